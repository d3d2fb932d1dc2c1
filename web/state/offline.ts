import { signal } from '@preact/signals';

/** Whether this page opens without a network: since a moment ago, and whether a newer build waits to take its place. */
export const offline = signal<'no' | 'now' | 'newer'>('no');
