import { FilterButton } from './FilterButton.tsx';
import styles from './FilterChips.module.css';
import { FilterChips } from './FilterChips.tsx';

/** The filter over the table, where no legend stands. */
export const TableFilter = () => (
  <div className={styles.bar}>
    <FilterButton />
    <FilterChips typesToo />
  </div>
);
