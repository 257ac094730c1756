import { describe, expect, test } from 'vitest';
import { visitNoted, visitsAt, visitsOf } from './last-visit.ts';
import { remember } from './remembered.ts';

const at = (time: string) => new Date(`2025-03-12T${time}:00.000Z`);

describe('a visit', () => {
  test('that is the first has none before it', () => {
    expect(visitsAt(null, at('10:00'))).toEqual({ seen: '2025-03-12T10:00:00.000Z', before: null });
  });

  test('goes on while less than half an hour lies between: loading the window anew is no new visit', () => {
    const first = visitsAt(null, at('10:00'));
    const later = visitsAt(visitsAt(first, at('10:20')), at('10:49'));
    expect(later).toEqual({ seen: '2025-03-12T10:49:00.000Z', before: null });
  });

  test('that comes later remembers when the one before ended, for as long as it goes on', () => {
    const second = visitsAt(visitsAt(null, at('10:00')), at('10:30'));
    expect(second.before).toBe('2025-03-12T10:00:00.000Z');
    expect(visitsAt(second, at('10:50')).before).toBe('2025-03-12T10:00:00.000Z');
    expect(visitsAt(second, at('12:00')).before).toBe('2025-03-12T10:30:00.000Z');
  });

  test('is remembered for each library apart', () => {
    expect(visitNoted('/a', at('08:00'))).toBeNull();
    expect(visitNoted('/b', at('11:00'))).toBeNull();
    expect(visitNoted('/a', at('11:00'))).toBe('2025-03-12T08:00:00.000Z');
  });

  test('that cannot be read is none', () => {
    for (const text of ['{', '{"seen":"once"}', '[]', '"x"']) {
      remember('visits /c', text);
      expect(visitsOf('/c')).toBeNull();
    }
  });
});
