import { describe, expect, it } from 'vitest';
import { languageOf, languageTag } from './language.ts';

const english = [
  'The company said on Monday that it would open a second plant, which is to employ two thousand people by the end of next year.',
];
const german = [
  'Das Unternehmen teilte am Montag mit, dass es ein zweites Werk eröffnen werde, das bis Ende nächsten Jahres zweitausend Menschen beschäftigen soll.',
];

describe('the language', () => {
  it('is that of the text', () => {
    expect(languageOf(english, null)).toBe('en');
    expect(languageOf(german, null)).toBe('de');
    expect(languageOf(['公司星期一宣布将在北方建设第二座工厂。工会感到满意，但态度谨慎，因为以前的承诺没有兑现。'], null)).toBe('zh');
  });
  it('is that of the text though another is declared', () => expect(languageOf(german, 'en-US')).toBe('de'));
  it('is what is declared for a short text, a close relative, a language the detector does not know', () => {
    expect(languageOf(['Two words'], 'en-US')).toBe('en');
    expect(languageOf(['Two words'], null)).toBeNull();
    expect(languageOf(english, 'eo')).toBe('eo');
  });
  it('is declared in several ways', () => {
    expect(['en', 'en-GB', 'en_US', 'English', ' DE ', 'gsw'].map(languageTag)).toEqual(['en', 'en', 'en', 'en', 'de', 'gsw']);
    expect(['', 'x', 'nonsense', null].map(languageTag)).toEqual([null, null, null, null]);
  });
});
