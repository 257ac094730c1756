/** The face of this room: the page that an article is read on. */
export { ArticlePage } from './ArticlePage.tsx';
