import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { TooltipProvider } from './Tooltip.tsx';

/** Put once around the window: what the components need. The content policy lets none of them write a style element. */
export const UiRoot = ({ children }: { children: ReactNode }) => (
  <CSPProvider disableStyleElements>
    <TooltipProvider>{children}</TooltipProvider>
  </CSPProvider>
);
