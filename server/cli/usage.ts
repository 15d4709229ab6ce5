/** What `npx standpoint` can do, as `--help` prints it. */
import { EXPORT_USAGE } from './exportFiles.ts';

export const USAGE = `Usage:
  npx standpoint export                   files for researchers
  npx standpoint import polis FOLDER      a consultation exported from Polis
  npx standpoint import qda FILE          a .qdpx or .qdc of software for qualitative analysis
  npx standpoint archive                  everything of a consultation as one file
  npx standpoint merge FILE [FILE ...]    open archives, or merge them into what is here
  npx standpoint replay FOLDER            play an export from Polis through a running server
  npx standpoint link                     a new link that signs this laptop in
  npx standpoint restore                  the last good copy in the place of a damaged database

For all:
  --data FOLDER   folder of the database (DATA_DIR), "var" when left out
  --server URL    ask the Standpoint that is running there with that folder, such as http://localhost:8080

For export and archive:
  --consultation ID   which one, by its id or title; not needed where there is one beside the sample

For import qda:
  --consultation ID   which one it comes into; else the one its texts came from, or a new one

For archive, to lock it (what is plain stays where it is):
  --lock FILE         a file with a passphrase on one line, or with public keys (age1...), one a line

For merge, to open what is locked:
  --key FILE          a file with the passphrase, or with the secret key

For restore, while Standpoint is not running:
  --from FILE         another copy than the newest good one
  --from FOLDER       a stick: takes over what was running on another laptop
  --key FILE          a file with the passphrase of that stick
  --as-of DAY         takes over from a stick that may not be the newest: the day that was named, YYYY-MM-DD

For export:
  --sessions ID,ID    which sessions, by their ids or names; all that are finished when left out
${EXPORT_USAGE}

Sessions that are not finished are left out and named; the exit code is 2 then. What has ended is finished
first, unless a server is asked.`;
