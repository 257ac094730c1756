import { useApp, useAppStore } from '../../state/app.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { layoutIcons, layoutItems, layoutWords, sizingItems } from './arranging.ts';

/** The way the map is laid out, and what the size of its nodes tells. */
export const ArrangeMenu = () => {
  const app = useAppStore();
  const layout = useApp(({ board }) => board.layout);
  useApp(({ board }) => board.sizing);
  const items = [...layoutItems(app.getState()), ...sizingItems(app.getState()).map((item, at) => ({ ...item, apart: at === 0 }))];
  return (
    <Menu
      label="Arrange the map"
      items={items}
      align="end"
      trigger={<IconButton icon={layoutIcons[layout]} label={`Arrange the map (now: ${layoutWords[layout].toLowerCase()})`} side="top" />}
    />
  );
};
