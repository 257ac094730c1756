import { Box, Building2, Landmark, type LucideIcon, MapPin, Newspaper, User } from 'lucide-react';
import styles from './TypeGlyph.module.css';
import { type DrawnType, nodeTypeLabels } from './types.ts';

/** The icon of each type: its second sign beside the hue. */
export const typeIcons: Record<DrawnType, LucideIcon> = {
  company: Building2,
  organization: Landmark,
  person: User,
  place: MapPin,
  product: Box,
  story: Newspaper,
};

interface Props {
  type: DrawnType;
  /** In px. */
  size?: number;
  /** Read the type out; leave false where the type stands beside it in words. */
  labelled?: boolean;
}

/** The sign of a type in its colour. */
export const TypeGlyph = ({ type, size = 15, labelled = false }: Props) => {
  const Icon = typeIcons[type];
  const name = labelled ? { role: 'img', 'aria-label': nodeTypeLabels[type].one } : { 'aria-hidden': true };
  return <Icon {...name} className={styles.glyph} data-type={type} size={size} strokeWidth={1.9} />;
};
