/** What a pack says in the terminal, to somebody who has never used one. */

export const WORDS = {
  question: (beside: string, own: string): string[] => [
    '',
    'Where should Standpoint keep its data?',
    '',
    `  1  Here, beside the program, so that they go with the stick: ${beside}`,
    `  2  In your own folder on this laptop: ${own}`,
    '',
  ],
  prompt: 'Type 1 or 2. Enter alone means 1: ',
  again: 'That was neither 1 nor 2.',
  nobodyToAsk: (beside: string): string =>
    `There was nobody to ask where to keep the data. They are beside the program: ${beside}`,
  lockedProgram: (own: string): string =>
    `Nothing can be written beside the program, so the data are in your own folder on this laptop: ${own}`,
  locked: (folder: string): string =>
    `Standpoint cannot write in ${folder}. Perhaps the stick is locked: some have a small switch. Unlock it, or copy the folder "Standpoint data" and the program to a place that can be written, and start there.`,
  lockedHome: (folder: string): string =>
    `Standpoint cannot write in ${folder}. This laptop does not let you keep anything there. Put the folder of the program on a stick, or where you can write, and start it there.`,
  full: (folder: string): string =>
    `There is no room left where ${folder} is. Nothing was changed. Free some space and start again.`,
  notFolder: (folder: string): string =>
    `${folder} is in the way: it should be a folder. Move it away first.`,
  running: (folder: string): string => `Standpoint is running already, on the data in ${folder}.`,
  opened: 'Your browser shows its console.',
  notOpened: (link: string): string =>
    `The browser did not open by itself. Copy this link into it; it signs you in, once:\n  ${link}`,
  notAnswered: 'Standpoint was not started.',
  otherPort: (usual: number, port: number): string =>
    `Port ${usual} is used by another program, so phones come in by port ${port}. Their address is below.`,
  noPort: (first: number, last: number): string =>
    `Ports ${first} to ${last} are all used by other programs. Close another Standpoint, or restart the laptop.`,
  remembered: (own: string): string =>
    `The Standpoint beside this file keeps its data in the folder of whoever uses the laptop:\n${own}\nRemove this file to be asked again.\n`,
};
