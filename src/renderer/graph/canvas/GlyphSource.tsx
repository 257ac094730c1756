import { Pin } from 'lucide-react';
import type { Ref } from 'react';
import { nodeTypes } from '../../../shared/model.ts';
import { typeIcons } from '../../ui/TypeGlyph.tsx';
import type { Glyphs } from '../drawing/glyphs.ts';

/** The signs of the types, drawn out of sight: the canvas takes its images from here, so both draw the same icons. */
export const GlyphSource = ({ ref }: { ref: Ref<HTMLDivElement> }) => (
  <div ref={ref} hidden>
    {nodeTypes.map((type) => {
      const Icon = typeIcons[type];
      return <Icon key={type} data-glyph={type} size={24} strokeWidth={2} />;
    })}
    <Pin data-glyph="pin" size={24} strokeWidth={2} />
  </div>
);

/** The markup of every sign inside a `GlyphSource`. */
export const glyphsIn = (source: Element): Glyphs => {
  const markup = (name: string): string => {
    const icon = source.querySelector(`[data-glyph="${name}"]`);
    return icon ? new XMLSerializer().serializeToString(icon) : '';
  };
  return { ...(Object.fromEntries(nodeTypes.map((type) => [type, markup(type)])) as Omit<Glyphs, 'pin'>), pin: markup('pin') } as Glyphs;
};
