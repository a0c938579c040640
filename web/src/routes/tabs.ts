export const incomingTabs = ['surat', 'data', 'perjalanan'] as const;
export type IncomingTab = (typeof incomingTabs)[number];

export const settingsTabs = ['instruksi', 'tim', 'kalender', 'pengingat'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export const letterTabs = ['isi', 'data', 'lampiran', 'perjalanan', 'audit'] as const;
export type LetterTab = (typeof letterTabs)[number];
