/**
 * Words that carry no meaning of their own in a query. They are indexed in titles and names alone (bodies would grow by
 * two fifths for nothing) and a query of other words does not insist on them.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by for from had has have he her his i if in into is it its me my no not of on or our
   she so than that the their them then there these they this to too was we were what when which who will with would you
   your`.split(/\s+/),
);
