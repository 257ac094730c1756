import type { Session } from 'electron';

/** Rule: the window needs no permission but to put text on the clipboard. */

/** Electron’s names of the permissions that the window has. */
export const allowedPermissions: readonly string[] = ['clipboard-sanitized-write'];

/** Denies every other request and check for a permission or a device. */
export const denyPermissions = (
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowedPermissions.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.includes(permission));
  session.setDevicePermissionHandler(() => false);
};
