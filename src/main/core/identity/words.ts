/**
 * Words that tell what people and companies do, by field: enough to tell a footballer from a banker, not to say what anybody is. Kept
 * as plain lists so that a reader can see why two of a name were told apart.
 */

const listed = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).flatMap(([field, words]) => words.split(' ').map((word) => [word, field] as const)));

/** What somebody is, said beside the name. */
export const roleFields = listed({
  sport:
    'footballer striker midfielder goalkeeper defender winger fullback sprinter swimmer cyclist golfer quarterback pitcher cricketer batsman bowler boxer wrestler gymnast skier athlete olympian jockey referee rower marathoner skater basketballer shortstop linebacker halfback flyhalf paralympian medallist medalist hurdler triathlete coach skipper',
  business:
    'banker ceo cfo coo chairman chairwoman chairperson founder cofounder co-founder investor trader broker financier entrepreneur businessman businesswoman executive treasurer accountant auditor strategist economist analyst shareholder tycoon billionaire retailer engineer developer programmer technologist dealmaker',
  politics:
    'senator minister mp congressman congresswoman lawmaker mayor councillor councilman councilwoman diplomat ambassador premier legislator politician candidate governor assemblyman alderman parliamentarian envoy campaigner activist',
  law: 'judge lawyer attorney prosecutor solicitor barrister magistrate sheriff detective constable inspector counsel',
  science:
    'professor researcher scientist historian physicist biologist lecturer astronomer chemist mathematician geologist archaeologist anthropologist botanist zoologist ecologist climatologist linguist astronaut',
  arts: 'actor actress singer guitarist drummer novelist poet filmmaker painter musician rapper playwright composer comedian photographer songwriter sculptor pianist violinist cellist soprano tenor dancer choreographer bassist screenwriter chef',
  health:
    'surgeon doctor physician nurse cardiologist oncologist neurologist psychiatrist paediatrician pediatrician dentist midwife epidemiologist gp',
  military: 'colonel admiral soldier sergeant commander lieutenant brigadier marine airman',
  crime: 'murderer burglar fraudster hacker gunman suspect inmate robber smuggler',
});

/** What a company or body does, said beside the name. */
export const tradeFields = listed({
  finance: 'bank lender insurer broker brokerage fund financier reinsurer exchange wealth payments fintech',
  retail: 'retailer supermarket grocer shop fashion clothing furniture jeweller e-commerce marketplace',
  technology:
    'software chipmaker chip electronics semiconductor technology tech internet cloud computer telecoms telecom carrier smartphone app cybersecurity robotics ai startup start-up',
  energy: 'oil gas energy utility miner mining refiner solar wind steelmaker drilling coal copper gold uranium lithium',
  transport: 'airline carmaker automaker shipping railway rail haulier truckmaker planemaker shipbuilder airport trucking aviation ferry',
  health: 'drugmaker pharmaceutical pharmaceuticals biotech biotechnology hospital healthcare clinic vaccine medical',
  media: 'label studio broadcaster newspaper publisher film music television magazine theatre',
  food: 'brewer brewery distiller dairy restaurant food coffee chocolate bakery snack drinks meat winery',
  sport: 'club football basketball baseball cricket rugby hockey franchise',
  property: 'developer builder housebuilder construction property landlord hotel cement',
  defence: 'defence defense weapons missile arms shipyard',
  education: 'university college school academy',
});

/** What an article is about. */
export const topicWords = listed({
  sport:
    'match matches goal goals league season coach striker midfielder goalkeeper penalty tournament cup championship scored team teams players squad fixture stadium referee injury defeat defeated win halftime quarterfinal semifinal relegation medal olympic race wicket innings touchdown playoff playoffs kickoff victory',
  business:
    'shares profit profits revenue quarter earnings investors market markets company companies bank banking merger acquisition stock stocks bonds chief executive sales billion million deal funding analysts startup software customers shareholders fund lender',
  politics:
    'election elections vote voters parliament senate minister ministers party campaign bill lawmakers president coalition policy ballot',
  crime:
    'police court trial charged jury guilty prosecutors murder arrested sentenced prison defendant convicted robbery theft lawsuit judge',
  science: 'study researchers species telescope galaxy laboratory experiment journal fossil genome particles university professor climate',
  arts: 'film album song songs concert novel gallery exhibition theatre actor actress singer guitarist tour festival audience band lyrics stage museum painting',
  health: 'patients hospital doctors surgery disease treatment vaccine cancer clinical symptoms nurses virus',
});

const pairs = (...couples: string[]): ReadonlySet<string> =>
  new Set(couples.flatMap((couple) => [couple, couple.split(' ').reverse().join(' ')]));

/** Fields that one person often joins: going from one to the other says little. */
const nearFields = pairs(
  'business politics',
  'business law',
  'business science',
  'business health',
  'business arts',
  'politics law',
  'politics military',
  'politics arts',
  'politics science',
  'science health',
  'law crime',
  'politics crime',
  'business crime',
);
const nearTrades = pairs(
  ...['finance', 'retail', 'energy', 'transport', 'health', 'media', 'food', 'property', 'defence', 'education'].map(
    (trade) => `technology ${trade}`,
  ),
  'finance property',
  'finance retail',
  'retail food',
  'retail health',
  'energy transport',
  'transport defence',
  'property retail',
  'media sport',
  'education health',
  'education sport',
  'finance energy',
);
const nearTopics = pairs(
  'business politics',
  'politics crime',
  'business crime',
  'science health',
  'business science',
  'business health',
  'politics health',
  'politics science',
  'business arts',
);

/** Whether two fields of people, trades of companies, or topics of articles often meet in one. */
export const areNear = (kind: 'role' | 'trade' | 'topic', one: string, other: string): boolean =>
  (kind === 'role' ? nearFields : kind === 'trade' ? nearTrades : nearTopics).has(`${one} ${other}`);

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** First names and surnames that very many people have: two people who share both are no surprise. */
export const commonFirstNames = setOf(
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry peter zachary kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice julia sophie lucy claire martin simon neil ian graham stuart tom tim mike dave steve chris ben dan matt nick tony jim bob bill sam alex wei li min jun yan hui ming ali mohammed muhammad ahmed mohamed hassan carlos luis jorge miguel raj amit anil sanjay vijay',
);
export const commonSurnames = setOf(
  'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons graham murray ford hamilton marshall owen owens mason hunt harrison shaw palmer webb fox mills stone burke dunn wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu khan singh kumar sharma shah ali ahmed hussain park choi jung muller müller schmidt weber meyer silva santos fernandez',
);
