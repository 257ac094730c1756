/** Parameters that say how a reader came to a page, not which page it is. */
const tracking = new Set(
  `fbclid gclid gclsrc dclid msclkid yclid twclid ttclid igshid igsh wickedid mc_cid mc_eid mkt_tok ref ref_src ref_url referrer refsrc
   cmp cmpid cid_source ncid ocid icid intcmp smid smtyp sr_share spm taid wpsrc wt_mc xtor soc_src soc_trk guccounter guce_referrer
   guce_referrer_sig _ga _gl _hsenc _hsmi ftag ito s_cid s_kwcid __twitter_impression at_medium at_campaign at_link_origin at_bbc_team`
    .split(/\s+/)
    .filter(Boolean),
);
const trackingPrefixes = ['utm_', 'pk_', 'mtm_', 'hsa_'];

const longest = 4096;

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return tracking.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix));
};

const parsed = (text: string, base?: string): URL | null => {
  if (text.length > longest) return null;
  try {
    const url = base === undefined ? new URL(text) : new URL(text, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    // Names and passwords in an address are nobody's business, and a trick to make one host look like another.
    url.username = '';
    url.password = '';
    return url.hostname !== '' && url.href.length <= longest ? url : null;
  } catch {
    return null;
  }
};

/** The absolute http(s) form of an address, resolved against `base` where it is relative; null for anything else. */
export const webAddress = (text: string, base?: string | null): string | null =>
  (parsed(text.trim()) ?? (base ? parsed(text.trim(), base) : null))?.href ?? null;

/**
 * One spelling for all addresses of one page: `https`, no `www.`, no default port, no fragment, no closing slash, no
 * tracking parameters, the others sorted. For comparing, not for opening. Null for anything but an http(s) address.
 */
export const normaliseAddress = (text: string): string | null => {
  const url = parsed(text.trim());
  if (!url) return null;
  const host = url.hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '');
  if (host === '') return null;
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  return `https://${host}${port}${url.pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`;
};
