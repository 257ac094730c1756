/** Month names in the languages of the press that is read most, in order; several spellings of one month by `/`. */
const months = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep/sept oct nov dec',
  'januar/jänner februar märz/maerz/mrz april mai juni juli august september oktober/okt november dezember/dez',
  'janvier/janv février/févr/fevrier mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc',
  'enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic',
  'gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre',
  'janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro/out novembro dezembro',
  'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
];

/** Month name in lower case → 1 to 12. */
export const monthNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  months.flatMap((row) => row.split(' ').flatMap((names, index) => names.split('/').map((name) => [name, index + 1]))),
);

/** A weekday's name, in lower case, at the start of a date. */
export const weekdays =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b[.,]*\s*/;

/** Time zones whose names mean one offset only, in minutes east of Greenwich. `IST`, `CST` in China and the like mean several. */
export const zoneMinutes: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
};
