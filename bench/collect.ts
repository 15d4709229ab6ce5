/**
 * Loaded into every process that the bench starts, before its own code: collects garbage when asked,
 * so that memory per phone is what phones hold, and tells what is left, and ends the process when the bench is gone.
 */
process.on('message', (message) => {
  if (message !== 'collect') return;
  // Empty pages go back to the system too, which an ordinary collection leaves for later.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  process.send?.(process.memoryUsage());
});
process.on('disconnect', () => process.exit(0));
