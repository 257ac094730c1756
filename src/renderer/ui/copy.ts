/**
 * Puts text on the clipboard. Call it from a click or key handler. Rejects when the system refuses.
 * The old copy event comes first: it needs no permission, and the desktop host grants none.
 */
export const copyText = async (text: string): Promise<void> => {
  let done = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', give, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
  if (!done) await navigator.clipboard.writeText(text);
};
