/** Which country a place is said to lie in, as texts qualify one: "Cambridge, Massachusetts", "Finnish", "the German city of". */

const statesOf: Readonly<Record<string, string>> = {
  us: 'alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming newhampshire newjersey newmexico newyork northcarolina northdakota rhodeisland southcarolina southdakota westvirginia washingtonstate newyorkstate',
  uk: 'england scotland wales northernireland',
  canada: 'ontario quebec alberta manitoba saskatchewan novascotia newbrunswick britishcolumbia newfoundland',
  australia: 'queensland tasmania newsouthwales southaustralia westernaustralia',
};

const countries: Readonly<Record<string, string>> = {
  us: 'us usa unitedstates unitedstatesofamerica america',
  uk: 'uk unitedkingdom britain greatbritain',
  china: 'china prc peoplesrepublicofchina',
  southkorea: 'southkorea korea',
  uae: 'uae unitedarabemirates',
};
const otherCountries =
  'canada australia ireland france germany spain italy portugal netherlands belgium switzerland austria sweden norway denmark finland iceland poland ukraine russia greece turkey israel egypt india pakistan bangladesh japan taiwan vietnam thailand malaysia indonesia philippines singapore newzealand southafrica nigeria kenya ghana brazil argentina chile peru colombia mexico venezuela saudiarabia qatar iran iraq hungary romania bulgaria serbia croatia estonia latvia lithuania luxembourg cuba';

const demonyms: Readonly<Record<string, string>> = {
  american: 'us',
  british: 'uk',
  english: 'uk',
  scottish: 'uk',
  welsh: 'uk',
  canadian: 'canada',
  australian: 'australia',
  irish: 'ireland',
  french: 'france',
  german: 'germany',
  spanish: 'spain',
  italian: 'italy',
  portuguese: 'portugal',
  dutch: 'netherlands',
  belgian: 'belgium',
  swiss: 'switzerland',
  austrian: 'austria',
  swedish: 'sweden',
  norwegian: 'norway',
  danish: 'denmark',
  finnish: 'finland',
  polish: 'poland',
  ukrainian: 'ukraine',
  russian: 'russia',
  greek: 'greece',
  turkish: 'turkey',
  israeli: 'israel',
  egyptian: 'egypt',
  indian: 'india',
  pakistani: 'pakistan',
  japanese: 'japan',
  chinese: 'china',
  taiwanese: 'taiwan',
  korean: 'southkorea',
  vietnamese: 'vietnam',
  thai: 'thailand',
  malaysian: 'malaysia',
  indonesian: 'indonesia',
  brazilian: 'brazil',
  argentine: 'argentina',
  chilean: 'chile',
  mexican: 'mexico',
  colombian: 'colombia',
  nigerian: 'nigeria',
  kenyan: 'kenya',
  estonian: 'estonia',
  hungarian: 'hungary',
  czech: 'czechrepublic',
  singaporean: 'singapore',
};

const regions: ReadonlyMap<string, string> = new Map([
  ...otherCountries.split(' ').map((name) => [name, name] as const),
  ...Object.entries(countries).flatMap(([country, names]) => names.split(' ').map((name) => [name, country] as const)),
  ...Object.entries(statesOf).flatMap(([country, states]) => states.split(' ').map((state) => [state, `${country}/${state}`] as const)),
]);

/** A state or country by its key: `us`, `us/texas`; undefined for any other name. */
export const regionOf = (key: string): string | undefined => regions.get(key);
/** The country that an adjective says. */
export const countryOfDemonym = (word: string): string | undefined => demonyms[word];
/** `us/texas` → `us`. */
export const countryOf = (region: string): string => region.split('/')[0] ?? region;

/** Whether two sets of regions can't both hold: other countries, or other states of one. */
export const regionsClash = (some: readonly string[], others: readonly string[]): boolean => {
  if (some.length === 0 || others.length === 0) return false;
  const shared = some.filter((region) => others.some((other) => countryOf(other) === countryOf(region)));
  if (shared.length === 0) return true;
  const states = some.filter((region) => region.includes('/'));
  const otherStates = others.filter((region) => region.includes('/'));
  return states.length > 0 && otherStates.length > 0 && !states.some((state) => otherStates.includes(state));
};

/** Cities that everybody means by the bare name, with their country. */
const wellKnown: Readonly<Record<string, string>> = {
  london: 'uk',
  paris: 'france',
  cambridge: 'uk',
  oxford: 'uk',
  birmingham: 'uk',
  manchester: 'uk',
  boston: 'us',
  moscow: 'russia',
  athens: 'greece',
  rome: 'italy',
  berlin: 'germany',
  dublin: 'ireland',
  melbourne: 'australia',
  sydney: 'australia',
  perth: 'australia',
  vancouver: 'canada',
  toronto: 'canada',
  madrid: 'spain',
  lisbon: 'portugal',
  vienna: 'austria',
  geneva: 'switzerland',
  delhi: 'india',
  hyderabad: 'india',
  milan: 'italy',
  naples: 'italy',
  venice: 'italy',
  florence: 'italy',
  valencia: 'spain',
  barcelona: 'spain',
  hamburg: 'germany',
  warsaw: 'poland',
  lima: 'peru',
  cairo: 'egypt',
  brussels: 'belgium',
  amsterdam: 'netherlands',
  copenhagen: 'denmark',
  stockholm: 'sweden',
  tokyo: 'japan',
};

/** The country of a city that the bare name means to everybody. */
export const wellKnownCountry = (key: string): string | undefined => wellKnown[key];
