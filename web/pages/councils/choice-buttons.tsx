import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Choice } from '../../../api/contract/index.ts';

const choices: Choice[] = ['for', 'against', 'abstain'];

export interface ChoiceButtonsProps {
  item: AgendaItem;
  value: Choice | null;
  /** Marked here, not yet cast. */
  unsaved: boolean;
  disabled: boolean;
  onChange: (choice: Choice) => void;
}

/** For, against or abstain on one nomination, each in its colour. */
export function ChoiceButtons({ item, value, unsaved, disabled, onChange }: ChoiceButtonsProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      className={unsaved ? 'choices choices-marked' : 'choices'}
      aria-label={t('ballot.for', { name: item.matter.title })}
      optionType="button"
      buttonStyle="solid"
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value as Choice)}
      options={choices.map((choice) => ({
        value: choice,
        label: t(`choice.${choice}`),
        className: `choice-${choice}`,
      }))}
    />
  );
}
