/** First names that are often given where this is used, of many origins; folded. Those that are everyday words are not here. */
import { ALL_PSEUDONYMS } from './pseudonyms.ts';
import { foldWord } from './fold.ts';

const OFTEN =
  `aaliyah aaron abdi abdul abdullah abigail abu adam adil adrian afsana agnieszka ahmed aidan aiden aisha ajay akash aleksander
  alex alexander alexandra alexis alfie ali alice alicia alison aliyah allan amanda amelia amina amir amit amy ana anastasia
  andre andrea andrew andrzej andy angela angus anika anisa anjali ann anna anne annette annie anthony antonio archie arthur
  asad asif ashley ashraf aurora ava ayaan ayan ayesha aylin babar barry bartosz becky bella ben benjamin bernadette beth
  bethany betty beverley bilal billy bob bobby brandon brenda brian bridget bruce bryan caitlin cameron carl carla carlos carly
  carol caroline carolyn catherine chantelle charlene charles charlie charlotte chelsea cheryl chloe chris christian christina
  christine christopher ciara claire clare cody colin connor corey courtney craig cristina curtis daisy dan daniel daniela
  danielle danny darren dave david dawid deborah debbie declan demi dennis dermot diana diane dion dmitri dominic donald donna
  dorothy douglas duncan dwayne dylan eddie edward eileen elaine elena eleanor elijah elizabeth ella ellen ellie elliot emily
  emma eric erin ethan eva evan eve evelyn ewan fahad faisal farah farhan fatima fatma fatou fiza florence frances francesca
  francis freddie freya gabriel gail gary gavin gemma geoff george georgia georgina gerald geraldine gillian gina glen gordon
  graeme graham grzegorz gulsen habib hadiya hamid hannah harley harmony harold harpreet harriet harry hasan hassan hayley
  heidi helen helena henry hilary hussain hussein ian ibrahim idris imani imran ioana irene isaac isabel isabella isabelle
  isha ishmael ismail isla jackie jackson jacob jacqueline jade jaden jake jamal james jamie jan jane janet janice jasmine
  jason javed jaydon jayden jean jeff jemma jen jennifer jenny jeremy jess jesse jessica jill jim jimmy joanna joanne jodie joe
  joel john johnny jon jonathan jordan jose joseph josh joshua joyce juan judith julia julian julie justin justyna kadija kai
  kaitlyn kara karen karl karolina kasia kat kate katherine kathleen kathryn katie kayla kayleigh keira keith kelly kelvin ken
  kenneth kerry kevin khadija khadijah khalid kian kieran kim kimberley kimberly kirsty krzysztof kuldeep kyle lara latoya laura
  lauren laurence layla leah leanne lee leila lena leo leon leonard leslie lewis liam lily linda lindsay lisa logan lorraine
  louis louise luca lucas lucy luis luke lynn lynne maciej maddie madison magdalena mahmoud malcolm mandeep manjit marcin
  marcus margaret maria mariam marie marilyn mario marion marlon martin martyn mary maryam mateusz mathew matilda matt matthew
  maureen maxine maya megan mehmet mel melanie melissa mia michael michelle mick miguel mike mohamed mohammad mohammed moira
  molly mona monica monika morgan moses muhammad musa mustafa nabil naima nancy naomi nasir natalie natasha nathan neil niamh
  nicholas nicola nicole nigel noah nora norma oliver olivia oluwaseun ollie onur oskar owen paige pamela parveen patricia
  patrick patryk paul paula pauline pawel peggy peter phil philip phillip phoebe piotr poppy rachel rahim raj rajesh ralph rania
  raymond rebecca reece rehana reuben rhiannon ricardo richard ricky riley rita robert roberta roger ronald ronnie rory rosemary
  ross roxanne roy russell ruth ryan saad sabrina sadia saeed safiya saima sally sam samantha samira samuel sana sandeep sandra
  sanjay sara sarah scarlett scott sean sebastian shabana shahid shane shannon sharon shaun shauna sheila shelley shirley sian
  sidra simon siobhan skye sofia sonia sophia sophie stacey stanley stefan stephanie stephen steve steven stuart sue sunita
  susan suzanne svetlana syed sylvia tamara tanya tara tasha taylor ted teresa terry theo theresa thomas tiffany tim timothy tina
  toby todd tom tommy tomasz toni tony tracey tracy trevor tyler tyrone umar usman valerie vanessa veronica vicky victoria
  vincent virginia vivian wasim wayne wendy wiktoria william wojciech yasmin yolanda yvonne zac zach zachary zahra zainab zoe
  zofia zuzanna`.split(/\s+/u);

/** Those, and the names that are offered as changed ones. */
export const FIRST_NAMES: ReadonlySet<string> = new Set([...OFTEN, ...ALL_PSEUDONYMS.map(foldWord)]);
