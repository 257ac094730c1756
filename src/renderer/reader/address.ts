/** A web address in three parts, so that the host can stand out; null for anything but http and https. */
export const addressParts = (href: string): { before: string; host: string; after: string } | null => {
  const match = /^(https?:\/\/(?:www\.)?)([^/?#]+)(.*)$/is.exec(href);
  if (!match) return null;
  const [, before = '', host = '', after = ''] = match;
  return { before, host, after: after === '/' ? '' : after };
};
