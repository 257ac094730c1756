import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../../shared/security.ts';

/** Sets the headers of both hosts on an answer that is not yet begun: nothing foreign runs in the window, no other page reads it. */
export const secure = (response: ServerResponse): void => {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
};
