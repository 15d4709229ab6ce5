import { storeContract } from './contract.ts';
import { newFolder, opened } from './made.ts';

storeContract('SQLite in a folder', () => {
  const folder = newFolder();
  return { open: () => opened(folder) };
});
