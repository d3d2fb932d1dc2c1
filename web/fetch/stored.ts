import type { Report } from '../lab/types';
import { downloadJson } from './download';

/** A report that was computed before, with its date. */
export interface StoredReport {
  /** ISO date of the run. */
  computed: string;
  report: Report;
}

/** The stored result of the default demo. */
export function fetchStored(): Promise<StoredReport> {
  return downloadJson<StoredReport>('stored/photos.json', 'the stored result');
}
