// Mantine (dialogs and fields) in the floor's own colours, type and corners.
import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

export const mantineTheme = createTheme({
  fontFamily: 'var(--words)',
  fontFamilyMonospace: 'var(--fixed)',
  fontSizes: { xs: '11px', sm: '12.5px', md: '13px', lg: '15px', xl: '17px' },
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
});

const FROM_FLOOR = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-default-hover': 'var(--line)',
  '--mantine-color-error': 'var(--danger)',
};

/** Every mode brings its own values of the floor's variables, so both schemes map alike. */
export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: FROM_FLOOR,
  dark: FROM_FLOOR,
});
