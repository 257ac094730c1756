import cytoscape, { type Core } from 'cytoscape';
import { type RefObject, useEffect, useState } from 'react';
import { zoomRange } from '../drawing/camera.ts';

/** The element that holds the canvas. Tests read drawn positions from its graph; nothing else uses it. */
export interface GraphElement extends HTMLElement {
  graph?: Core;
}

/** px that a pressed pointer may move before a click becomes a drag. */
const clickSlack = 5;

/** A Cytoscape instance on an element, made once and gone with it; null until the element is there. */
export const useCytoscape = (container: RefObject<HTMLElement | null>): Core | null => {
  const [core, setCore] = useState<Core | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const made = cytoscape({
      container: element,
      layout: { name: 'preset' },
      minZoom: zoomRange.least,
      maxZoom: zoomRange.most,
      // a frame drawn with Shift; what is selected is the board's own business
      boxSelectionEnabled: true,
      autounselectify: true,
      hideEdgesOnViewport: false,
      textureOnViewport: false,
      motionBlur: false,
      pixelRatio: 'auto',
      desktopTapThreshold: clickSlack,
    });
    // cytoscape hangs a reference of its own on the element; this one is ours, and stays out of listings
    Object.defineProperty(element, 'graph', { value: made, configurable: true, enumerable: false });
    setCore(made);
    return () => {
      setCore(null);
      made.destroy();
      Reflect.deleteProperty(element, 'graph');
    };
  }, [container]);

  return core;
};
