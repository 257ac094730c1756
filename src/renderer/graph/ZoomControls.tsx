import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import type { CameraControls } from './canvas/useCamera.ts';
import { ArrangeMenu } from './verbs/ArrangeMenu.tsx';
import styles from './ZoomControls.module.css';

/** How the map is laid out, and buttons for the camera. */
export const ZoomControls = ({ camera }: { camera: CameraControls }) => (
  <div className={styles.controls}>
    <ArrangeMenu />
    <IconButton icon={Minus} label="Zoom out" shortcut="-" side="top" onClick={camera.zoomOut} />
    <IconButton icon={Plus} label="Zoom in" shortcut="+" side="top" onClick={camera.zoomIn} />
    <IconButton icon={Maximize} label="Show the whole map" shortcut="0" side="top" onClick={() => camera.fit()} />
  </div>
);
