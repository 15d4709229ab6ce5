/** Words that look like names and mostly are not. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/**
 * Names of people and places that are also everyday words; folded. They count only with a capital
 * where a capital says something.
 */
export const EVERYDAY: ReadonlySet<string> = list(
  `will may mark rose grace hope faith joy dawn bill sue pat rob jack art frank grant guy ray rich drew
  chase hunter summer autumn april june august heather ivy lily daisy poppy violet holly hazel olive
  pearl ruby amber jade crystal angel bishop king prince baker cook page young long short brown black
  white green gray grey day may winter snow rain storm river brook reed lane hill wood woods field stone
  rock forest park church hall house mill banks bridge ford wells waters marsh moss love good best
  strong swift sharp wise noble moody bright light dark glass steel gold silver penny cash price rush
  carry merry happy chance victor earl dean miles max gene harmony melody honor honour patience charity
  constance verity iris fern basil ginger candy sandy sunny rusty dusty buddy buster major general
  reading bath sale deal ash bury hove rugby settle rye tring ware battle wells street poole hale nelson
  an so do in to be my he she me hi ho le see say so wing song sun moon east west north south`,
);

/** Words that begin a sentence after a title or a relation and are no names; folded. */
export const NO_NAME: ReadonlySet<string> = list(
  `i he she they we you it the a an my our your his her their its this that these those there here and
  but or so if when while because as then than what who whom which why how where is was are were am be
  been being has have had do does did not no yes never always ever can could will would shall should may
  might must in on at to for of with from by about into after before since until during without within
  said says say told tells asked just also only still even very really too now today tomorrow yesterday
  one two three some any all both each every other another more most much many me us them him im ive hes
  shes theyre were dont doesnt didnt wasnt isnt cant wont couldnt wouldnt monday tuesday wednesday
  thursday friday saturday sunday january february march july september october november december
  christmas easter eid ramadan god allah english british social worker workers services service care
  children council court police school hospital prison`,
);

/** After these a capitalised everyday name is a question or a wish: "Will you", "May I". */
export const AFTER_AUXILIARY: ReadonlySet<string> = list(
  'i he she they we you it the a an my our your his her their this that there god anyone someone people not',
);

/** Before these months are months: "in May", "last June". */
export const BEFORE_MONTH: ReadonlySet<string> = list(
  'in on last next since until till by during this early late mid of from to every each around before after through st nd rd th',
);

export const MONTH_NAMES: ReadonlySet<string> = list('april may june august');
