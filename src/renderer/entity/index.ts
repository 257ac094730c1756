/** The face of this room: pages of the right-hand pane about entities, stories and links, and what the reader borrows. */
export { ArticleLines } from './ArticleLines.tsx';
export { CorrectionLines } from './CorrectionLines.tsx';
export { CorrectionsPage } from './CorrectionsPage.tsx';
export { EntityPage } from './EntityPage.tsx';
export { EntityPeek } from './EntityPeek.tsx';
export { EvidencePage } from './EvidencePage.tsx';
export { Section } from './Section.tsx';
export { Source } from './Source.tsx';
export { StoryPage } from './StoryPage.tsx';
export { aliasSentence } from './why.ts';
