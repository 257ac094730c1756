import { benchLibrary } from './library.ts';
import { type Question, time } from './question.ts';

/** How long does a folder of news take to come in, and does the core answer meanwhile? */
export const importing: Question = {
  title: 'Import of a folder of text files',
  run: async (options) => {
    const { report, importMs, words, bytes, longestBlockMs, rssBytes } = await benchLibrary(options);
    const seconds = importMs / 1000;
    return [
      { what: 'articles', value: `${report.articles} (${report.duplicates} twice, ${report.problems} problems)` },
      { what: 'text', value: `${words.toLocaleString('en')} words, ${(bytes / 1e6).toFixed(1)} MB` },
      { what: 'found', value: `${report.entities} entities, ${report.relations} relations` },
      { what: 'whole import', value: time(importMs), bar: '60 s for 2,225 articles' },
      { what: 'articles a second', value: (report.articles / seconds).toFixed(0) },
      { what: 'words a second', value: Math.round(words / seconds).toLocaleString('en') },
      { what: 'longest standstill of the core’s thread', value: time(longestBlockMs), bar: '100 ms' },
      { what: 'memory of the core, all threads', value: `${(rssBytes / 1e6).toFixed(0)} MB` },
    ];
  },
};
