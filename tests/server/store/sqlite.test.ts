import { storeContract } from './contract.ts';
import { newFolder, opened } from './made.ts';
import { photosContract } from './photosContract.ts';
import { reportContract } from './reportContract.ts';
import { rightsContract } from './rightsContract.ts';
import { talkContract } from './talkContract.ts';

const inFolder = () => {
  const folder = newFolder();
  return { open: () => opened(folder) };
};

storeContract('SQLite in a folder', inFolder);
reportContract('SQLite in a folder, after the room', inFolder);
rightsContract('SQLite in a folder, people’s rights', inFolder);
photosContract('SQLite in a folder, photographs of the wall', inFolder);
talkContract('SQLite in a folder, points and themes', inFolder);
