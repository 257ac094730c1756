import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';

/**
 * Sentence patterns. Elements, apart by spaces:
 * `A` subject's name, `B` object's name (`A:person` narrows the type; a list "X, Y and Z" counts as one),
 * `AB` a list of two or more, each with each; `ROLE` a role such as "co-founder and chief executive";
 * `{group}` a verb in any form, `{group:pp}` in this form; `this|that` words; `word?` may be absent;
 * `<subject>` what may stand between a subject and its verb, `<object>` between a verb and its object,
 * `<n>` what may stand before a noun in a noun phrase, `<few>` adjectives and describing nouns only, `<np>` also names, `<some>` any words of the clause.
 * `@role` as kind: the role says which.
 */
export interface Pattern {
  rule: string;
  kind: RelationKind | '@role';
  pattern: string;
  confidence: number;
  /** Where the words around say nothing else. */
  status?: RelationStatus;
  /** The role is one in a field ("head of research at"): none that leads the whole. */
  field?: true;
  /** The object may own something or describe a noun: "uses OpenAI's models". */
  loose?: true;
}

type Row = readonly [
  rule: string,
  kind: Pattern['kind'],
  pattern: string,
  confidence: number,
  extra?: Pick<Pattern, 'status' | 'loose' | 'field'>,
];

const deal = 'acquisition|takeover|purchase|buyout';
const raid = 'lawsuit|suit|complaint|case|action|claim|countersuit';
const tie = 'partnership|alliance|collaboration|tie-up|pact|venture|cooperation';
const probe = 'investigation|probe|inquiry|enquiry|proceedings';
const curb = 'sanctions|fine|restrictions|ban|curbs|penalty|controls|order|tariffs';
const loose = { loose: true } as const;

const rows: readonly Row[] = [
  ['acquires', 'acquired', 'A <subject> {acquire} <object> B', 0.85],
  ['takes over', 'acquired', 'A <subject> {takeOver} over|up <n> B', 0.8],
  ['acquired by', 'acquired', 'B <subject> {acquire:pp} by <n> A', 0.88],
  ['taken over by', 'acquired', 'B <subject> {takeOver:pp} over|up by <n> A', 0.85],
  ['sold to', 'acquired', 'B <subject> {sell:pp} to <n> A', 0.8],
  ['sells it to', 'acquired', '{sell} <object> B to <n> A', 0.75],
  ["'s acquisition of", 'acquired', `A 's <n> ${deal} of <n> B`, 0.88],
  ['acquisition of', 'acquired', `A <n> ${deal} of <n> B`, 0.7],
  ['acquisition of, by', 'acquired', `${deal} of <n> B by <n> A`, 0.88],
  ['completes acquisition', 'acquired', `A <subject> {complete} <n> ${deal} of <n> B`, 0.88],
  [
    'bid to acquire',
    'acquired',
    "A 's <n> bid|offer|plan|agreement|deal|move|proposal to {acquire:base} <object> B",
    0.8,
    { status: 'announced' },
  ],
  ['bid for', 'acquired', "A 's <n> bid|offer for <n> B", 0.7, { status: 'announced' }],
  ['after acquiring', 'acquired', '{acquire:ing} <object> B , <n> A', 0.65],

  ['merges with', 'merged_with', 'A <subject> {merge} with <n> B', 0.85],
  ['merge', 'merged_with', 'AB <subject> {merge}', 0.75],
  ['merger of', 'merged_with', 'merger of|between <n> AB', 0.85],
  ["'s merger with", 'merged_with', "A 's <n> merger with <n> B", 0.85],
  ['merged with by', 'merged_with', 'A <subject> {merge:pp} with <n> B', 0.8],

  ['invests in', 'invested_in', 'A <subject> {invest} <some> in|into <n> B', 0.85],
  ['backs', 'invested_in', 'A <subject> {back:past,pp,s} <object> B', 0.6],
  ['leads round', 'invested_in', 'A <subject> {leadRound} <n> round|financing|funding|investment in|for|into|of <n> B', 0.8],
  ['raises from', 'invested_in', 'B <subject> {raise} <some> from <n> A', 0.82],
  ['raises, led by', 'invested_in', 'B <subject> {raise} <some> led|backed by <n> A', 0.82],
  ['backed by', 'invested_in', 'B ,? {back:pp} by <n> A', 0.75],
  ['-backed', 'invested_in', 'A - backed <n> B', 0.82, loose],
  ["'s investment in", 'invested_in', "A 's <some> investment|stake|funding in <n> B", 0.8],
  ['buys stake', 'invested_in', 'A <subject> {take} <some> stake|shares|shareholding|interest in|of <n> B', 0.8],
  ['investor in', 'invested_in', 'A , <n> investor|shareholder|backer in|of <n> B', 0.8],
  ['investor', 'invested_in', 'B investor|backer|shareholder A', 0.75],
  ['stake bought by', 'invested_in', 'stake in <n> B by <n> A', 0.7],

  ['owns', 'owns', 'A <subject> {own} <object> B', 0.85],
  ['holds stake', 'owns', 'A <subject> {hold} <some> stake|shareholding|interest in <n> B', 0.8],
  ['owned by', 'owns', 'B ,? <subject> {own:pp} by <n> A', 0.85],
  ['-owned', 'owns', 'A - owned <n> B', 0.85, loose],
  ['unit of', 'owns', 'B , <n> subsidiary|unit|division|arm|part of <n> A', 0.8],
  ['is a unit of', 'owns', 'B {be} <n> subsidiary|unit|division|arm|part of <n> A', 0.78],
  ['unit', 'owns', "A 's? <n> subsidiary|unit|division|arm B", 0.7],
  ['parent', 'owns', "B 's? <n> parent|owner company? ,? A", 0.8],
  ['parent of', 'owns', 'A , <n> parent|owner company? of <n> B', 0.82],

  ["X's Y", 'owns', "A:company 's B:company", 0.55],

  ['spin-off of', 'spun_off_from', 'A <some> spin-off|spinoff|spinout|offshoot of|from <n> B', 0.85],
  ['is a spin-off of', 'spun_off_from', 'A ,? which? {be} <n> spin-off|spinoff|spinout|offshoot of|from <n> B', 0.85],
  ['spins off', 'spun_off_from', 'B <subject> {spin} off|out <n> A', 0.8],
  ['spun off from', 'spun_off_from', 'A <subject> {spin:pp} off|out from|of|by <n> B', 0.85],

  ['partners with', 'partners_with', 'A <subject> {partner} up? with <n> B', 0.85],
  ['join forces', 'partners_with', 'A <subject> {join} forces|hands with <n> B', 0.82],
  ['they partner', 'partners_with', 'AB <subject> {partner} up|on|to', 0.7],
  ['they join forces', 'partners_with', 'AB <subject> {join} forces|hands', 0.75],
  ['signs partnership', 'partners_with', `A <subject> {sign} <n> ${tie}|deal|agreement|contract with <n> B`, 0.78],
  ["'s partnership with", 'partners_with', `A 's <n> ${tie} with <n> B`, 0.85],
  ['partnership between', 'partners_with', `${tie} between|of <n> AB`, 0.85],
  ['in partnership with', 'partners_with', 'A <some> in|through partnership|collaboration|cooperation with <n> B', 0.6],
  ['they sign', 'partners_with', `AB <subject> {sign} <n> ${tie}`, 0.78],

  ['supplies', 'supplies', 'A <subject> {supply} <object> B with', 0.85],
  ['supplies to', 'supplies', 'A <subject> {supply} <some> to <n> B', 0.82],
  ['provides to', 'supplies', 'A <subject> {provide} <n> to <n> B', 0.65],
  ['makes for', 'supplies', 'A <subject> {make} <n> for <n> B', 0.7],
  ['supplier to', 'supplies', 'A ,|is|are|was <n> supplier|assembler|contractor to|of|for <n> B', 0.8],
  ['supplier', 'supplies', "B 's? <n> supplier|assembler|contractor A", 0.8],
  ['buys from', 'supplies', 'B <subject> {buy} <n> from <n> A', 0.75],
  ['supplied by', 'supplies', 'B ,? <subject> supplied by <n> A', 0.8],

  ['uses', 'uses', 'A <subject> {use} <object> B', 0.78, loose],
  ['used by', 'uses', 'B:product ,? <subject> {use:pp} by <n> A', 0.75],
  ['runs on', 'uses', 'A <subject> {run} on|to <n> B', 0.6, loose],
  ['customer of', 'uses', 'A ,|is|are|was <n> customer|client|user|licensee of <n> B', 0.78],
  ["'s use of", 'uses', "A 's <n> use|adoption of <n> B", 0.75, loose],

  ['competes with', 'competes_with', 'A <subject> {compete} <some> with|against <n> B', 0.85],
  ['rival', 'competes_with', "A 's? <n> rival|competitor B", 0.78],
  ['rival of', 'competes_with', 'A ,|is|are <n> rival|competitor|challenger|alternative of|to <n> B', 0.75],
  ['its rival', 'competes_with', 'A <some> its <n> rival|competitor B', 0.65],
  ['rivals', 'competes_with', 'rivals|competitors AB', 0.7],
  ['between rivals', 'competes_with', 'competition|rivalry|battle|race between <n> AB', 0.75],
  ['rivals such as', 'competes_with', 'A <some> its|of|with|against <n> rivals|competitors such|like|including as? B', 0.65],

  ['sues', 'sued', 'A <subject> {sue} <object> B', 0.9],
  ['sued by', 'sued', 'B <subject> {sue:pp} by <n> A', 0.9],
  ['files suit against', 'sued', `A <subject> {file} <some> ${raid} against <n> B`, 0.88],
  ["'s suit against", 'sued', `A 's <n> ${raid} against <n> B`, 0.85],
  ['suit by', 'sued', `${raid} ,? filed|brought|launched? by <n> A <some> against <n> B`, 0.82],

  ['accuses', 'accused', 'A <subject> {accuse} <object> B of', 0.9],
  ['accuses, of later', 'accused', 'A <subject> {accuse} <object> B', 0.85],
  ['accused by', 'accused', 'B <subject> {accuse:pp} by <n> A', 0.9],
  ['makes accusations', 'accused', 'A <subject> {level} <n> accusations|allegations|accusation|allegation|claims against|at <n> B', 0.85],
  ['alleges', 'accused', 'A <subject> {allege} that? <n> B', 0.7],
  ["'s accusations against", 'accused', "A 's <n> accusations|allegations against <n> B", 0.85],

  ['restricts', 'restricts', 'A <subject> {restrict} <object> B', 0.82],
  ['restricted by', 'restricts', 'B <subject> {restrict:pp} by <n> A', 0.82],
  ['opens probe', 'restricts', `A <subject> {open} <n> ${probe} into|of|against <n> B`, 0.85],
  ['imposes', 'restricts', `A <subject> {impose} <some> ${curb} on|against <n> B`, 0.82],
  ["'s ban on", 'restricts', `A 's <n> ban|sanctions|probe|investigation|fine on|into|of|against <n> B`, 0.75],

  ['develops', 'develops', 'A <subject> {develop} <object> B:product', 0.8],
  ['developed by', 'develops', 'B:product ,? <subject> {develop:pp} by <n> A', 0.85],
  ["'s product", 'develops', "A 's <few> B:product", 0.75],
  ["'s products including", 'develops', "A 's <n> ,? including <np> B:product", 0.7],
  ['maker and product', 'develops', 'A B:product', 0.55],
  ['maker of', 'develops', 'A , <n> maker|developer|creator|manufacturer|publisher of|behind <n> B:product', 0.85],
  ['maker', 'develops', 'B:product - maker|developer|creator|owner A', 0.8],
  ['maker, without hyphen', 'develops', 'B:product maker|developer|creator A', 0.82],

  ['based in', 'located_in', 'A ,|is|are|was {base:pp} in <n> B:place', 0.88],
  ['-based', 'located_in', 'B:place - based|headquartered <n> A', 0.85, loose],
  ["place's", 'located_in', "B:place 's <few> A", 0.7],
  ["'s headquarters in", 'located_in', "A 's <n> headquarters|head|home|campus office? in|at <n> B:place", 0.82],
  ['moves to', 'located_in', 'A <subject> {move} its <n> headquarters <some> to <n> B:place', 0.75],

  ['meets', 'met_with', 'A:person <subject> {meet} with? <np> B:person', 0.85],
  ['meeting between', 'met_with', 'meeting|talks|summit|discussion|dinner between <np> A:person and <np> B:person', 0.85],
  ["'s meeting with", 'met_with', "A:person 's <n> meeting|talks|summit with <np> B:person", 0.82],
  ['they meet', 'met_with', 'AB <subject> {meet:past,s}', 0.7],

  ['founds', 'founded', 'A <subject> {found} <object> B', 0.88],
  ['starts', 'founded', 'A:person <subject> {start} <object> B', 0.65],
  ['founded by', 'founded', 'B ,? <subject> {found:pp} <some> by <np> A', 0.88],
  ['started by', 'founded', 'B ,? <subject> {start:pp} <some> by <np> A:person', 0.7],
  ['set up by', 'founded', 'B ,? <subject> set up <some> by <np> A', 0.75],

  ['leads', 'leads', 'A:person <subject> {lead} <object> B', 0.78],
  ['led by', 'leads', 'B ,? <subject> {lead:pp} by <np> A:person', 0.8],
  ['role then name', '@role', 'B ROLE ,? A:person', 0.88],
  ["'s role", '@role', "B 's <n> ROLE ,? A:person", 0.88],
  ['name, role of', '@role', 'A:person , <n> ROLE of|at|for|with|in <n> B', 0.88],
  ['name, role, of with field', '@role', 'A:person , <n> ROLE of|for <n> at|in|for <n> B', 0.8, { field: true }],
  ["name, X's role", '@role', "A:person , <n> B 's? <n> ROLE", 0.85],
  ['is role of', '@role', 'A:person {be} <n> ROLE of|at|for <n> B', 0.85],
  ["is X's role", '@role', "A:person {be} <n> B 's <n> ROLE", 0.82],
  ['role of X, name', '@role', 'ROLE of|at <n> B ,? <n> A:person', 0.85],
  ['role name of X', '@role', 'ROLE A:person of|at|from|with <n> B', 0.8],
  ['appoints', '@role', 'B <subject> {appoint} <np> A:person <some> as|its|new|to <n> ROLE', 0.82],
  ['appoints as', '@role', 'B <subject> {appoint} A:person ,? as? <n> ROLE', 0.82],
  ['succeeds as', '@role', "A:person <subject> {succeed} <np> as <n> B 's? <n> ROLE", 0.8],
  ['appointed by', '@role', 'A:person <subject> {appoint:pp} as? <n> ROLE of|at|by <n> B', 0.82],
  ['serves as', '@role', 'A:person <subject> {serve} as <n> ROLE of|at|for <n> B', 0.82],
  ['became role', '@role', 'A:person became|become|becomes <n> ROLE of|at <n> B', 0.82],
  ['works for', 'works_for', 'A:person <subject> {serve} for|at|with <n> B', 0.78],
  ['joins', 'works_for', 'A:person <subject> {join} <object> B', 0.7],
  ['hires', 'works_for', 'B <subject> {appoint:past,s,pp} <np> A:person', 0.6],

  ['leaves', 'left', 'A:person <subject> {leave} <object> B', 0.82],
  ['resigns from', 'left', 'A:person <subject> {resign} from <n> B', 0.85],
  ['resigns as role', 'left', 'A:person <subject> {resign} as <n> ROLE of|at|from <n> B', 0.88],
  ["resigns as X's role", 'left', "A:person <subject> {resign} as <n> B 's? <n> ROLE", 0.85],
  ['steps down', 'left', 'A:person <subject> {step} down|aside as|from <some> of|at|from <n> B', 0.85],
  ["steps down as X's role", 'left', "A:person <subject> {step} down|aside as|from <n> B 's? <n> ROLE", 0.85],
  ['fires', 'left', 'B <subject> {fire} <np> A:person', 0.82],
  ['fired by', 'left', 'A:person <subject> {fire:pp} by|from <n> B', 0.85, loose],
  ["'s resignation from", 'left', "A:person 's <n> departure|resignation|exit|ouster from <n> B", 0.82],

  ['succeeds', 'succeeded', 'A:person <subject> {succeed} <np> B:person', 0.85],
  ['succeeded by', 'succeeded', 'B:person <subject> {succeed:pp} by <np> A:person', 0.88],
  ['takes over from', 'succeeded', 'A:person <subject> {takeOver} over <some> from <np> B:person', 0.82],

  ['on the board', 'board_member_of', 'A:person <some> on|to the board of directors? of? <n> B', 0.75],
  ["on X's board", 'board_member_of', "A:person <some> on|to|joined|joins <n> B 's <n> board", 0.78],
  ['joins the board', 'board_member_of', 'A:person <subject> {join} the? board of <n> B', 0.85],
  ['board member', 'board_member_of', "A:person , <n> member of|on <n> B 's <n> board", 0.8],
];

/** The table of patterns, in order of preference where two say the same of a sentence. */
export const patterns: readonly Pattern[] = rows.map(([rule, kind, pattern, confidence, extra]) => ({
  rule,
  kind,
  pattern,
  confidence,
  ...extra,
}));
