/** Words of the door: who may still come in. */
import type { Catalogue } from '../../../core/message.ts';

export const DOOR_EN = {
  'full.title': '{n} people have joined on phones',
  'full.text':
    'More than you expected? Compare with the heads in the room. Nobody else gets in until you say so.',
  'full.more': 'Let in up to {n}',
  'more.most': 'How many may join on phones',
  'more.most.text': 'Then the door closes by itself, and you are asked.',
  'door.locked': 'The door is closed',
  'door.locked.text': 'Nobody new can join. People who were here can come back.',
  'door.open': 'Open the door',
  'more.door.lock': 'Close the door to new people',
  'more.door.unlock': 'Open the door again',
} as const satisfies Catalogue;
