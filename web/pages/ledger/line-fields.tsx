import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineKind } from '../../../api/contract/index.ts';
import { DateItem } from '../../form/date-item.tsx';
import { currentLocale } from '../../i18n.ts';
import { useAwards } from '../../queries/catalogue.ts';

const commendationKinds = [
  'merit',
  'sudden',
  'movement',
  'service',
  'tenure',
  'external',
  'resistance',
] as const;
const ratings = ['excellent', 'good', 'completed', 'not_completed'] as const;
const scopes = ['unit', 'ministry', 'national'] as const;
const severities = ['reprimand', 'warning', 'more'] as const;

function Year({ name, label, required = true }: { name: string; label: string; required?: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={required ? [{ required: true, message: t('validation.required') }] : []}
    >
      <InputNumber min={1945} max={2100} precision={0} className="full" />
    </Form.Item>
  );
}

function Words({ name, label, max }: { name: string; label: string; max: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
    >
      <Input maxLength={max} />
    </Form.Item>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  required?: boolean;
}
function Choice({ name, label, options, required = true }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={required ? [{ required: true, message: t('validation.required') }] : []}
    >
      <Select allowClear={!required} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  );
}

/** Yes, no, or not vouched for. */
function Known({ name, label, words }: { name: string; label: string; words: 'examined' | 'agrees' }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label}>
      <Radio.Group
        options={[
          { value: null, label: t(`ledger.${words}.unknown`) },
          { value: true, label: t(`ledger.${words}.true`) },
          { value: false, label: t(`ledger.${words}.false`) },
        ]}
      />
    </Form.Item>
  );
}

function AwardFields() {
  const { t } = useTranslation();
  const awards = useAwards();
  return (
    <>
      <Choice
        name="awardCode"
        label={t('field.award')}
        options={(awards.data?.items ?? []).map((award) => ({
          value: award.code,
          label: currentLocale() === 'en' ? award.nameEn : award.nameVi,
        }))}
      />
      <Year name="fromYear" label={t('ledger.field.fromYear')} required={false} />
      <Year name="year" label={t('ledger.field.toYear')} />
      <Words name="decider" label={t('ledger.field.decider')} max={200} />
      <Choice
        name="commendationKind"
        label={t('ledger.field.commendationKind')}
        required={false}
        options={commendationKinds.map((kind) => ({
          value: kind,
          label: t(`ledger.commendation.${kind}`),
        }))}
      />
    </>
  );
}

function StatementFields({ ofPerson }: { ofPerson: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('ledger.statementHelp')}</p>
      <Year name="awardsCompleteFrom" label={t('ledger.field.awardsCompleteFrom')} required={false} />
      <Form.Item name="initiativesComplete" valuePropName="checked">
        <Checkbox>{t('ledger.field.initiativesComplete')}</Checkbox>
      </Form.Item>
      <Form.Item name="disciplineComplete" valuePropName="checked">
        <Checkbox>{t('ledger.field.disciplineComplete')}</Checkbox>
      </Form.Item>
      <Known name="underExamination" label={t('ledger.field.underExamination')} words="examined" />
      {!ofPerson && <Year name="foundedIn" label={t('ledger.field.foundedIn')} required={false} />}
    </>
  );
}

/** The fields of a kind of line, beside the paper it is read from. */
export function LineFields({ kind, ofPerson }: { kind: LineKind; ofPerson: boolean }) {
  const { t } = useTranslation();
  const fields: Record<LineKind, ReactNode> = {
    award: <AwardFields />,
    rating: (
      <>
        <Year name="year" label={t('ledger.field.year')} />
        <Choice
          name="rating"
          label={t('ledger.field.rating')}
          options={ratings.map((value) => ({ value, label: t(`ledger.rating.${value}`) }))}
        />
      </>
    ),
    initiative: (
      <>
        <Words name="name" label={t('ledger.field.initiative')} max={500} />
        <Year name="year" label={t('ledger.field.recognisedIn')} />
        <Choice
          name="scope"
          label={t('ledger.field.scope')}
          options={scopes.map((value) => ({ value, label: t(`ledger.scope.${value}`) }))}
        />
        <Form.Item name="usedFor" label={t('ledger.field.usedFor')}>
          <Checkbox.Group
            options={(['title', 'commendation'] as const).map((value) => ({
              value,
              label: t(`ledger.usedFor.${value}`),
            }))}
          />
        </Form.Item>
      </>
    ),
    discipline: (
      <>
        <Choice
          name="severity"
          label={t('ledger.field.severity')}
          options={severities.map((value) => ({ value, label: t(`ledger.severity.${value}`) }))}
        />
        <DateItem name="endedOn" label={t('ledger.field.endedOn')} help={t('ledger.field.endedOnHelp')} />
      </>
    ),
    maternity: <Year name="year" label={t('ledger.field.year')} />,
    transfer: (
      <>
        <Words name="formerUnit" label={t('ledger.field.formerUnit')} max={200} />
        <Year name="year" label={t('ledger.field.transferredIn')} />
        <Form.Item
          name="monthsAtFormerUnit"
          label={t('ledger.field.months')}
          rules={[{ required: true, message: t('validation.required') }]}
        >
          <InputNumber min={0} max={12} precision={0} className="full" />
        </Form.Item>
        <Known name="formerUnitAgrees" label={t('ledger.field.agrees')} words="agrees" />
      </>
    ),
    statement: <StatementFields ofPerson={ofPerson} />,
  };
  return (
    <>
      {fields[kind]}
      <Words name="decisionSymbol" label={t('ledger.field.symbol')} max={100} />
      <DateItem name="decidedOn" label={t('ledger.field.decidedOn')} required />
    </>
  );
}
