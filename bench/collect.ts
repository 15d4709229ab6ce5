/**
 * Loaded into every process that the bench starts, before its own code: collects garbage when asked,
 * so that memory per phone is what phones hold, and ends the process when the bench is gone.
 */
process.on('message', (message) => {
  if (message !== 'collect') return;
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.('collected');
});
process.on('disconnect', () => process.exit(0));
