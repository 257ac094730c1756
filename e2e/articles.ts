const names = ['Norvik', 'Contara', 'Belmora', 'Quentis', 'Halvara', 'Ostrell', 'Pellworth', 'Tamsen'];
const nameOf = (at: number) => names[at % names.length] ?? '';

/** So many small articles about a few companies, as text files. */
export const articles = (many: number): { name: string; text: string }[] =>
  Array.from({ length: many }, (_, at) => ({
    name: `article-${at}.txt`,
    text: `${nameOf(at)} buys a rival, deal ${at}\n\nThe company ${nameOf(at)} Inc has agreed to acquire ${nameOf(at + 1)} Ltd, its chief executive Anna Berg said in Berlin on Monday. Microsoft and Nvidia are customers of both. This is deal number ${at}.\n`,
  }));
