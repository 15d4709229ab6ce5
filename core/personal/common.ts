/**
 * English words that begin a sentence, or are written with a capital inside one, and name nobody. What is missing here
 * is asked about once in a story, and what is here too much lets a name pass: words that are names as well are left out,
 * and stand in `EVERYDAY`.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Folded, without apostrophes. */
export const COMMON: ReadonlySet<string> = list(
  `i a an the this that these those there here he she they we you it my our your his her hers their theirs its one ones
  me us him them myself himself herself themselves ourselves yourself itself who whom whose which what whatever when
  whenever where wherever why how however whether and or but nor so yet for if unless until till while whilst whereas
  because since although though as than then thus therefore hence else instead rather also too again still already
  almost just only even ever never always often sometimes once twice soon later early earlier late now today tonight
  tomorrow yesterday nowadays maybe perhaps quite very really indeed certainly clearly simply well okay ok oh ah hey
  hello hi hiya yeah yes no not none nothing nobody nowhere neither either both all any anybody anyone anything
  anywhere each every everybody everyone everything everywhere few fewer less least little lot lots many more most
  much other others another same several some somebody someone something somewhere such enough plenty half own first
  second third fourth fifth sixth last next final firstly secondly lastly zero two three four five six seven eight
  nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
  seventy eighty ninety hundred thousand in on at to of off by from with within without into onto about above across
  after afterwards against ahead along alongside amid among around away back before beforehand behind below beneath
  beside besides between beyond despite down during except inside like near opposite out outside over past per
  regarding round through throughout toward towards under underneath up upon upstairs downstairs via am is are was
  were be been being do does did done has have had having can could would should shall might must ought need dare let
  lets go goes gone went come comes came get gets got gotten give gives gave given take takes took taken make makes
  made say says said tell tells told ask asks asked know knows knew known think thinks thought feel feels felt see
  sees saw seen hear hears heard look looks looked want wants wanted wait waits waited try tries tried keep keeps kept
  leave leaves left live lives lived move moves moved start starts started stop stops stopped stay stays stayed help
  helps helped hold holds held put puts find finds found call calls called ring rings rang rung phone phoned read
  reads write writes wrote written speak spoke talk talks talked listen listens listened meet meets met visit visits
  visited sit sits sat stand stands stood wake woke walk walks walked run runs ran send sends sent bring brings
  brought show shows shown showed turn turns turned use used work works worked lost lose losing won win paid pay pays
  born built bought sold cried cry laughed believe believed remember remembers remembered forget forgot imagine
  suppose guess hopefully moving waiting getting going living leaving looking trying knowing growing coming thank
  thanks please sorry dear welcome good bad better best worse worst big small great nice new old older younger young
  long short high low right wrong true false fair hard easy free full empty open closed sure ready able alone afraid
  angry happy sad tired scared proud lucky unlucky worried different difficult important strange quiet loud clear real
  whole main possible impossible likely unlikely poor rich time times day days week weeks weekend weekends month
  months year years hour hours minute minutes moment morning mornings afternoon afternoons evening evenings night
  nights noon midnight christmas easter eid ramadan diwali monday tuesday wednesday thursday friday saturday sunday
  mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march july september october
  november december spring winter term half-term holidays holiday birthday man men woman women boy boys girl girls
  child children childrens kid kids baby babies people person persons family families parent parents parental mum mums
  mummy mam mom dad dads daddy mother mothers father fathers brother brothers sister sisters son sons daughter
  daughters nan nana gran granny grandma grandad grandpa grandparent grandparents aunt auntie aunty uncle cousin
  cousins niece nephew husband wife partner partners friend friends mate mates neighbour neighbours stranger strangers
  adult adults teenager teenagers youth youths lady ladies gentleman guys folk team teams staff worker workers social
  manager managers officer officers teacher teachers tutor doctor doctors dentist nurse nurses midwife midwives
  solicitor solicitors lawyer lawyers barrister judge judges magistrate magistrates police policeman policewoman
  prison prisons prisoner prisoners court courts council councils councillor county city borough district town village
  parish local national regional authority authorities government department ministry home office offices service
  services support carer carers foster fostering adoption adoptive guardian guardians advocate advocates interpreter
  interpreters therapist counsellor counselling psychologist psychiatrist paramedic ambulance health visitor visitors
  hospital hospitals surgery clinic school schools college university nursery academy class classes church mosque
  temple house houses flat flats hostel hostels refuge shelter housing landlord building room rooms door doors kitchen
  bedroom corridor garden street streets road roads bus buses train trains taxi car cars money rent benefit benefits
  debt debts bills food letter letters email emails text texts message messages meeting meetings conference
  conferences review reviews plan plans planning report reports form forms file files paper papers paperwork page
  pages record records assessment assessments hearing hearings panel panels contact session sessions group groups case
  cases study studies story stories title titles chapter part parts interview interviews question questions answer
  answers reason reasons result results problem problems issue issues rule rules law act acts order orders decision
  decisions choice choices change changes chance chances promise promises word words voice voices trust truth lie lies
  life death deaths birth hate fear shame blame guilt pain grief loss anger stress trauma abuse violence domestic
  drugs drug drink alcohol addiction recovery treatment rehab probation parole release custody sentence bail tag
  licence care leaver leavers universal credit employment allowance independence payment job jobs centre center
  protection safeguarding special educational needs education learning disability disabilities mental physical
  intervention hub unit units wing ward agency agencies charities board committee commission commissioner director
  chief executive head deputy assistant senior junior lead chair chairman chairwoman chairperson minister prime crown
  supreme parliament lords legal aid citizens advice bank public private primary secondary independent reviewing
  personal adviser advisor key keyworker link mentor peer researcher researchers facilitator facilitators participant
  participants number numbers thing things way ways place places side end ends world country point points example
  examples idea ideas fact facts history future present language languages english british welsh scottish irish
  european american african asian caribbean black white arab arabic urdu polish romanian somali bengali punjabi french
  german spanish italian portuguese turkish kurdish persian farsi pashto dari ukrainian russian chinese mandarin
  cantonese indian pakistani bangladeshi nigerian jamaican muslim christian catholic protestant jewish hindu sikh
  buddhist islam islamic christianity bible quran god allah lord roma gypsy traveller travellers england scotland
  wales britain uk ireland europe nhs covid google facebook whatsapp instagram snapchat tiktok youtube zoom skype
  netflix xbox playstation messenger internet mr mrs ms miss mx dr prof professor sir dame rev reverend sergeant
  constable governor im ive id ill hes shes theyre theyve theyd theyll youre youve youd youll weve wed thats theres
  whats whos heres dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt havent hadnt
  mustnt neednt aint itd itll therell honest honesty harsh depends depend mine complaints complaint complain
  complained whoever supervised bedtime bedtimes missing recall methadone detox photograph photographs photo photos
  picture pictures bin bins bag bags sibling siblings pathway boxing kettle kettles biscuit biscuits volunteer
  volunteers rewriting councillors budget budgets sleep slept damp mould heating water electric electricity gas fridge
  cooker bed beds furniture clothes coat shoes shirt toys toy book books pen pencil phones mobile computer laptop
  screen video camera television tv radio music football game games sport gym swimming bike club park library shop
  shops shopping market cafe coffee tea milk bread lunch dinner breakfast supper meal meals dog dogs cat cats pet pets
  tree trees flower flowers sun rain snow wind weather sky sea beach fire smoke smell noise silence light lights dark
  darkness wall walls window windows floor stairs lift roof fence gate gates keys lock locks desk table tables chairs
  sofa carpet curtains mirror bathroom toilet shower bath cash cheque account wages wage salary tax fine fines fee
  fees cost costs price loan loans owed appointment appointments interviewer deadline deadlines diary calendar list
  lists timetable schedule notice notices warning warnings threat threats risk risks danger safety harm injury bruise
  bruises blood hospitalised illness cancer diabetes asthma epilepsy autism autistic adhd dyslexia depression anxiety
  panic sickness medicine medication tablets pills injection operation scan test tests pressure heart hand hands face
  eyes ears mouth body pregnancy pregnant midwifery newborn infant toddler toddlers teenage teens adolescent pensioner
  pensioners widow divorce divorced marriage married wedding funeral funerals grandchildren grandchild stepdad stepmum
  stepfather stepmother relatives relative kinship guardianship residence residential respite placement placements
  permanence removal removed return returned reunification supervision supervisor visiting bullying bullied racism
  racist discrimination prejudice stigma poverty homeless homelessness eviction evicted overcrowding overcrowded
  temporary emergency crisis urgent arrested arrest charged charge convicted conviction sentenced remand remanded
  bailed jail cell cells wings landing landings screw screws inmate inmates offender offenders offence offences victim
  victims witness witnesses jury trial evidence statement statements allegation allegations accusation accused appeal
  appeals legally injunction contract agreement agreements signature signed sign signs letterbox post postcard parcel
  envelope stamp website online offline application applications applied apply claim claims claimed refused refusal
  rejected accepted agreed agree agrees disagreed disagree argued argument arguments fight fights fighting shouting
  shouted screaming screamed crying tears smile smiles smiled smiling laugh laughs laughing hug hugs joke jokes
  kindness kind cruel rude polite respect respected disrespect dignity patient patients courage strength weak weakness
  confidence confident hopes hoped wish wishes wished dream dreams intention intentions effort efforts supported
  supportive advised guidance training trained course courses lesson lessons homework exam exams grade grades
  certificate degree apprenticeship employer employers employee colleague colleagues boss shift shifts career careers
  volunteering unemployed employed retired retirement pension feedback survey surveys consultation consultations
  workshop workshops event events activity activities project projects programme programmes scheme schemes policy
  policies procedure procedures process processes system systems standard standards practice practices professional
  professionals expert experts specialist specialists consultant consultants therapists therapy psychology psychiatry
  counsellors receptionist reception secretary administrator clerk driver drivers guard guards cleaner cleaners
  caretaker inspector inspectors sheriff chaplain priest vicar pastor rabbi community communities society peoples
  culture cultures religion religious prayer step steps stage stages level levels size sides halves pair couple dozen
  amount total average rest ground area areas region regions north south east west northern southern eastern western
  central inner outer rural urban distance mile journey journeys travel travelling travelled trip trips ticket tickets
  fare fares route passport visa asylum refugee refugees migrant migrants immigration citizenship border war wars army
  military veteran veterans information details data knowledge news memory memories meaning sense mind minds thoughts
  feeling feelings opinion opinions view views advantage difference differences difficulty difficulties trouble
  troubles mistake mistakes error errors failure failures success progress improvement improvements recommendation
  recommendations apology apologies gift gifts presents party cake candles surprise surprises luck secret secrets
  power control rights responsibility responsibilities duty duties freedom fairness equality access ability quality
  quantity type types kinds sort sorts version copy copies piece pieces bit bits lack shortage stable stability
  instability routine routines habit habits behaviour attitude attitudes mood moods temper talking speaking listening
  reading writing asking telling saying seeing thinking working sleeping eating cooking cleaning washing dressing
  playing running walking sitting standing holding keeping finding making taking giving turning starting stopping
  ending beginning begin began begun ended finish finished happen happened happens seem seems seemed appear appeared
  become became arrive arrived arriving enter entered pass passed passing follow followed following led include
  included including allow allowed expect expected expecting add added needed mean means meant matter matters mattered
  cared cares caring minded blamed promised promising cancelled cancel missed forgotten ignored ignoring refusing
  treated treating judged judging looked-after fed drove drive driving rode ride fell fall broke broken break cut hurt
  hit kicked pushed pulled threw throw caught catch carry carried wore wear ate eat drank chose choose learned learnt
  learn taught teach explain explained explaining describe described mentioned suggested decide decided discuss
  discussed planned organised arranged booked printed posted emailed texted answered replied reply responded knocked
  opened locked counted checked chased full-time part-time honestly basically obviously usually normally generally
  mostly mainly especially exactly apparently unfortunately fortunately suddenly slowly quickly quietly finally
  eventually gradually immediately recently originally previously currently actually probably possibly definitely
  absolutely completely totally partly nearly hardly barely thankfully luckily sadly fairly badly truly daily weekly
  monthly yearly hourly awful terrible horrible lovely wonderful amazing beautiful ugly dirty clean cold warm hot cool
  wet dry thin thick heavy deep wide narrow tall fast slow busy bored boring funny serious stupid clever silly mad
  crazy sick healthy dead alive lonely loneliness isolated isolation ashamed embarrassed humiliated humiliating
  frightened frightening terrified nervous anxious depressed exhausted relieved grateful pleased glad surprised
  shocked confused frustrated frustrating disappointed absent normal usual regular ordinary typical common rare
  unusual particular certain general basic simple complex complicated complete separate joint shared similar equal
  fresh extra spare double single multiple various individual bigger smaller larger largest longer shorter higher
  lower nearest closer further farther safer stronger unable unaware unclear unfair unhappy unknown unsafe unsure
  unwell useful useless helpful helpless careful careless hopeful hopeless painful powerful powerless grown grew grow
  bonfire`,
);

/** Endings of words that begin a sentence alone; there a first name would stand, and those hardly have them. */
export const COMMON_FIRST = /^(?:\p{L}{4,}ing|\p{L}{3,}(?:[ct]ted|ised|ized|ated|cted|nted|cked|pped))$/u;

/** Endings that English words have and hardly any name. */
export const COMMON_ENDING =
  /(?:tions?|sions?|ments?|ness|ships?|fully|lessly|ously|ately|ently|antly|ingly|edly|ically|ually|ably|ibly|body|where|selves?)$/u;

/** The words that most of an English text is made of. */
export const FUNCTION_WORDS: ReadonlySet<string> = list(
  `the and to of a in i was it he she they that had for on with my her his you at we were be is not but as so from me by
  this when there would them him what their who all have did no an or said us our if are one about then told came could
  been has do out up because nobody`,
);

/** What somebody does, or is, right behind their name at the beginning of a sentence; folded. */
export const AFTER_NAME: ReadonlySet<string> = list(
  `was is has had does did would could will can said says told tells asked asks came comes went goes got gets made makes
  took takes gave gives knew knows thought thinks felt feels found finds kept keeps left leaves lost loses met meets put
  rang rings read saw sees sat sits spoke speaks stood stands ran runs brought brings began begins became becomes held
  holds heard hears let lets paid pays sent sends slept woke wrote writes bought taught wants loves hates needs never
  always also still just only once then wanted who whose wasnt isnt hasnt hadnt didnt doesnt wouldnt couldnt wont cant`,
);
