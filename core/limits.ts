/**
 * Every length, count and rate of the product, each number once. Schemas, forms, tests and
 * docs/PROTOCOL.md take them from here.
 */

/** Apart, since a phone needs no other of these numbers, and what it loads is counted. */
export const COMMENT_CODE_POINTS = 500;
export const TOPIC_CODE_POINTS = 80;
export const STATEMENT_CODE_POINTS = 400;

export const LIMITS = {
  /** Comment on a post-it, in Unicode code points and in UTF-8 bytes (four bytes a code point at most). */
  commentCodePoints: COMMENT_CODE_POINTS,
  commentBytes: 2000,
  /** Texts a facilitator writes, in code points. */
  statementText: STATEMENT_CODE_POINTS,
  /** A passphrase, in characters. */
  passphrase: { least: 20, most: 1000 },
  label: 80,
  title: 200,
  paragraph: 4000,
  notes: 2000,
  scalePoints: { least: 2, most: 7 },
  /** 371 statements is the largest real consultation we import; a wall has four. */
  statements: 500,
  groups: 24,
  groupsPerPerson: 2,
  languages: 12,
  earlierVersions: 50,
  /** Highest number of a statement's version, and wordings of one version (24 groups, 12 languages). */
  versions: 1000,
  wordings: 300,
  sessionsPerConsultation: 500,
  attendanceRows: 60,
  attendanceCount: 5000,
  peoplePerSession: 5000,
  /** People without a phone whose answers the facilitator enters, per session. */
  peopleWithoutPhone: 200,
  /** Paper slips of a session, and the highest number on one. */
  slips: 1000,
  /** One slip with its comments, in bytes of JSON. */
  slipBytes: 1_500_000,
  /** Answers that one printed pack has room for, on slips or cards: people by statements by rounds. */
  paperAnswers: 3000,
  /** Sockets of one participant at a time: tabs, and lines that are not known to be gone. The oldest is closed. */
  socketsPerPerson: 8,
  /** Columns of a counted wall: 300 kinds of belonging (24 groups, one or two each), nine answers. */
  wallColumns: 2700,
  /** Words that are taken away with one save of the wall. */
  wallGone: 100,
  /**
   * Photographs of the real wall: as one is sent (a tablet's camera writes up to 8 MB), as it is kept, how long its
   * longer side is then in pixels, and how many there may be. All of a consultation fit into its archive.
   */
  photoUploadBytes: 15_000_000,
  photoBytes: 600_000,
  photoSide: 2400,
  photosPerBoard: 3,
  photosPerConsultation: 250,
  /**
   * Points that a scribe notes in a session, their texts in code points, themes of a consultation and of one point,
   * throwaway numbers of speakers, and changes that a device hands over at a time, in number and bytes of JSON.
   */
  points: 3000,
  /** Thoughts from the phones of a session, which become points beside those. */
  thoughts: 2000,
  /** Wordings of proposers that one statement keeps, proposals that were refused; earlier waves of a consultation. */
  proposals: 100,
  notTaken: 2000,
  waves: 40,
  pointText: 1000,
  themes: 300,
  themesPerPoint: 20,
  themeDescription: 600,
  themeOrder: 1_000_000,
  speakers: 500,
  changesAtOnce: 100,
  changesBytes: 2_000_000,
  /** Case studies, their texts in code points, signs and offered names of one; corrections, how many on two pages. */
  caseStudies: 100,
  caseStudyText: 8000,
  caseStudySigns: 100,
  changedNames: 12,
  corrections: 2000,
  readBackThemes: 10,
  readBackQuotes: 10,
  readBackStudies: 4,
  /** Recommendations of a consultation, each text of one in code points, what one rests on and promised days of one. */
  recommendations: 200,
  recommendationText: 2000,
  evidence: 60,
  promises: 60,
  /** Days until the console reminds: of a missing answer; of a yes without a day, since people were told of it. */
  answerDays: 28,
  promiseDays: 90,
  /**
   * Interviews and documents of a consultation, the text of one in code points, a file that one is read from and what
   * is unpacked of it, passages of one, notes on them, and questions of an interview.
   */
  sources: 200,
  sourceText: 100_000,
  sourceFileBytes: 20_000_000,
  sourceUnpackedBytes: 30_000_000,
  passages: 2000,
  passageNote: 600,
  questions: 60,
  questionText: 400,
  /** Topics of a room's own list, and letters of one. */
  topics: 30,
  topicText: TOPIC_CODE_POINTS,
  /** How often people of a session can be asked again whether anything has changed. */
  askedAgain: 20,
  /** Days for which an ended session can be held open to type up its paper. */
  holdDays: 14,
  /** Days for which what was set aside in the place of a damaged database is kept. */
  asideDays: 30,
  rehearsalPeople: 500,
  pictureBytes: 300_000,
  /** A consultation file or document with its pictures, in bytes of JSON. */
  documentBytes: 12_000_000,
  polisFileBytes: 50_000_000,
  /**
   * A file of qualitative analysis: as it comes, its texts unpacked, its XML, files in it, elements, and how deep they
   * may lie in one another.
   */
  qdaBytes: 50_000_000,
  qdaUnpackedBytes: 200_000_000,
  qdaXmlBytes: 40_000_000,
  qdaFiles: 5000,
  qdaElements: 500_000,
  qdaDepth: 60,
  /** One socket frame; a comment in the widest script and its envelope fit well inside. */
  frameBytes: 16_384,
  undoSteps: 50,
  /** The report: what the team writes and chooses. Texts and made texts in code points. */
  reportText: 40_000,
  chapters: 40,
  chapterPictures: 6,
  chapterPictureBytes: 1_500_000,
  /** The report's document with its pictures, in bytes of JSON. */
  reportBytes: 25_000_000,
  units: 60,
  /** Names and places that comments are searched for, each. */
  personalNames: 2000,
  /** A comment as it may be printed, in code points, and what was replaced in it. */
  publishedText: 2000,
  replacements: 100,
  /** Quotes out of discussions that somebody has looked at for a report. */
  quotedPoints: 2000,
  quoteFloor: { least: 3, most: 10 },
  /** Days after a session on which answers can still be taken out with a code. */
  withdrawDays: { usual: 14, most: 365 },
  /** How many days ahead the day has to lie on which data are to be destroyed, and from when on that is told. */
  keepDays: { least: 7, warn: 14 },
  /** Cards with codes for later, made at once and for one session. */
  cardsAtOnce: 200,
  cardsPerSession: 5000,
  /** An archive of a whole consultation, packed and unpacked. */
  /** Releases of one consultation. */
  releases: 1000,
  archiveBytes: 200_000_000,
  archiveUnpackedBytes: 600_000_000,
  /** What one person answered on a shared tablet, sealed, in bytes; every statement with the longest comment fits. */
  packetBytes: 3_000_000,
  /** Cards typed on one shared tablet that are looked at in one go; then one each ten seconds. */
  cardsTyped: 10,
  /** Requests of phones and strangers of which something is still to come; with one more the oldest is cut off. */
  bodiesComing: 500,
  /** Pieces of long work at once, and how many finished ones keep their files. */
  jobsAtOnce: 2,
  jobsKept: 20,
  jobBytesKept: 200_000_000,
} as const;

/** How many people may join by phone: as many as in most sessions at first, more when the facilitator says so. */
export const MOST_PEOPLE = [60, 250, 1000, 5000] as const;

/** Figures that decide what may be seen, counted in people. */
export const FLOORS = {
  /** Choices for the least base of a split that others may see; custody and child protection use 10. */
  choices: [5, 8, 10] as const,
  /** Below this many answers the console is asked before a room is shown its own wall. */
  askBeforeReveal: 5,
  /** From this many joined on, the projector shows how many have placed without being asked to. */
  pileFrom: 10,
  /** With the next statement the projector says fewer have joined only where at least so many have left. */
  leftBeforeFewer: 5,
  /** Comments reach the console in shuffled batches of at least this many. */
  commentBatch: 5,
  /** Below this many people figures are counts only, no percentages. */
  percentFrom: 20,
} as const;

/** Rates are per participant token; the ceilings of a room grow with it. */
export const RATES = {
  placePerSecond: 5,
  placeBurst: 20,
  /** Joining, codes, quoting and leaving together, over all sockets of a person. */
  joinPerSecond: 1,
  joinBurst: 5,
  /** Codes, quoting and leaving: how many of a session are carried out at a time. A command of the console waits for no more. */
  rightsAtOnce: 10,
  /** Whatever one person's phones send, malformed things included. */
  eventsPerSecond: 20,
  eventsBurst: 60,
  /** Wrong join codes that are looked at, for the whole server. */
  wrongCodesPerSecond: 1,
  wrongCodesBurst: 60,
  /** Handshakes refused over one connection, after which it is closed. */
  wrongCodesPerConnection: 5,
  /** Handshakes whose code waits to be looked at, and how long each may; less than a socket's 10 s to connect. */
  codesWaiting: 500,
  codeWaitMs: 8000,
  /** Views are sent to one audience at most this often, in milliseconds between two. */
  viewGapMs: 100,
  /** For each so many comments that a session has, the next batch to the console waits for one view more, up to the most. */
  commentsAView: 200,
  mostViewsWaited: 20,
  /** How long the gather of a group commit may wait, in milliseconds. */
  gatherMs: 4,
  /** How long comments are looked through for signs of a person before others have their turn, in milliseconds. */
  readMs: 1,
} as const;

/** How long things may take, in milliseconds unless named otherwise. */
export const TIMES = {
  /** Files are looked through once the rooms are back after a start. */
  selfCheckMs: 20_000,
  /** A laptop that starts with nothing running may be about to take over: its phones go on asking this long. */
  takeOverMs: 10 * 60_000,
  /** How often points of a discussion are copied to a stick at most; the whole session goes with them. */
  talkCopiedMs: 60_000,
  /** How long the program waits at its end for those who are being answered. */
  closeMs: 2000,
  /** How long a request may take to come in: its head, all of it, and all of it from staff who have signed in. */
  headMs: 10_000,
  bodyMs: 30_000,
  staffBodyMs: 15 * 60_000,
  reopenMs: 10_000,
  sealAfterMs: 10 * 60_000,
  ackTimeoutMs: 4000,
  roomCheckMs: 4000,
  roomCheckHelpMs: 60_000,
  /** How long the files of finished work can be fetched. */
  jobFilesMs: 60 * 60_000,
  /** After which time a file that could not be read is read again. */
  readAgainMs: 1000,
  /** How long a thread that has answered waits for what is asked next: as long as a check is read. */
  threadKeptMs: 5 * 60_000,
  /** Least time between two batches of live results, and the most by which each comes later at random. */
  liveGapMs: 10_000,
  liveJitterMs: 5000,
  /** A shared tablet that nobody touches: until it asks, and until it then forgets whoever had it. */
  tabletIdleMs: 90_000,
  tabletAskMs: 20_000,
  /** How long it says that it saved, how long its mark is held for the way out, and between two tries to hand over. */
  tabletSavedMs: 4000,
  tabletHoldMs: 1500,
  tabletAgainMs: 5000,
  cardGapMs: 10_000,
} as const;

/** Signing in of staff: how long it lasts, and what may be tried. */
export const STAFF = {
  /** Signed in on the laptop itself: without any use, and at the longest. */
  laptopIdleMs: 4 * 60 * 60_000,
  laptopTotalMs: 12 * 60 * 60_000,
  /** On a device that was added. */
  deviceIdleMs: 30 * 60_000,
  deviceTotalMs: 12 * 60 * 60_000,
  /** Wrong links and passphrases that are looked at, for the whole server, and the time until one more is. */
  wrongTriesBurst: 5,
  wrongTryGapMs: 10_000,
  /** Adding a device: how long its PIN holds, and how many wrong ones there may be. */
  pairingMs: 5 * 60_000,
  wrongPins: 5,
  /**
   * Wrong PINs without the key of the code, over all of them that are begun, and the time until one more may
   * be tried: who spends each one that is begun must not get far in a day either.
   */
  wrongPinsBurst: 40,
  wrongPinGapMs: 10 * 60_000,
  pinDigits: 6,
  /** Wrong PINs for leaving a shared tablet that are looked at, each; then one more each ten minutes. */
  wrongExits: 5,
  deviceName: 40,
  /** A passphrase has at least so many characters or so many words. */
  passphraseCharacters: 15,
  passphraseWords: 6,
  passphraseMost: 300,
  /** argon2id: memory in KiB, passes, lanes, and how many at once. */
  argonKib: 65_536,
  argonPasses: 3,
  argonLanes: 1,
  argonAtOnce: 2,
  /** The log of who did what. */
  auditDays: 400,
  auditEntries: 20_000,
} as const;
