import type { Report } from '../lab/types';
import { downloadJson } from './download';

/** A report that was computed before, with the ISO date of its run. */
export type StoredReport = Report & { computed?: string };

/** The stored result of the default demo. */
export function fetchStored(): Promise<StoredReport> {
  return downloadJson<StoredReport>('stored/photos.json', 'the stored result');
}
