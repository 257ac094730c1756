/** The types of a node, for what is drawn in their colour. Kept as text so that ui knows no model. */
export const nodeTypeLabels = {
  company: { one: 'Company', many: 'Companies' },
  organization: { one: 'Organization', many: 'Organizations' },
  person: { one: 'Person', many: 'People' },
  place: { one: 'Place', many: 'Places' },
  product: { one: 'Product', many: 'Products' },
  story: { one: 'Story', many: 'Stories' },
} as const;

export type DrawnType = keyof typeof nodeTypeLabels;
