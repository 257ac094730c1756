import path from 'node:path';

/** The project's own scripts run in its folder: paths that their caller gives are relative to where the caller stood. */
export const callerFolder = (): string => {
  const { INIT_CWD: from, npm_package_json: manifest } = process.env;
  return from && manifest && path.dirname(manifest) === process.cwd() ? from : process.cwd();
};
