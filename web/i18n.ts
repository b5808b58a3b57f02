import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './locales/en.json' with { type: 'json' };
import vi from './locales/vi.json' with { type: 'json' };

export type Locale = 'vi' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
  }
}

const storageKey = 'vinhdanh.locale';

/** Language of the last visit on this device; Vietnamese at first. */
function rememberedLocale(): Locale {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
}

/** Loads both languages and selects the remembered one. Called once, before the first page is drawn. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { vi: { translation: vi }, en: { translation: en } },
    lng: rememberedLocale(),
    fallbackLng: 'vi',
    interpolation: { escapeValue: false }, // React escapes
  });
  document.documentElement.lang = currentLocale();
}

export const currentLocale = (): Locale => (i18next.language === 'en' ? 'en' : 'vi');

/** Switches every page, and remembers it on this device. */
export async function switchLocale(locale: Locale): Promise<void> {
  localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
