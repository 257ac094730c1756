import { useApp } from '../state/app.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './KeysDialog.module.css';
import { keySections } from './keys-list.ts';

/** The list of all keys. */
export const KeysDialog = () => {
  const open = useApp((app) => app.chrome.keys);
  const toggled = useApp((app) => app.keysToggled);
  return (
    <Dialog open={open} onClose={() => toggled(false)} title="Keys" width="wide">
      <div className={styles.sections}>
        {keySections()
          .filter((section) => section.items.length > 0)
          .map(({ heading, items }) => (
            <section key={heading} className={styles.section}>
              <h3 className={styles.heading}>{heading}</h3>
              <dl className={styles.list}>
                {items.map(({ title, keys }) => (
                  <div key={title} className={styles.item}>
                    <dt>{title}</dt>
                    <dd>
                      {keys.map((each) => (
                        <Kbd key={each} keys={each} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
};
