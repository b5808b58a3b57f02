import { Breadcrumb, Flex, Typography } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';

export interface PageProps {
  title: string;
  /** Small line under the title: code, unit, period. */
  subtitle?: ReactNode;
  /** Pages above this one, outermost first. */
  trail?: { title: string; to: string }[];
  /** Status tag beside the title. */
  status?: ReactNode;
  /** Buttons of the page as a whole. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * Frame of every page: heading, way back, actions. The heading takes the focus when the page opens, so that a screen
 * reader says where the user has arrived.
 */
export function Page({ title, subtitle, trail = [], status, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Vinh Danh`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="page">
      {trail.length > 0 && (
        <Breadcrumb items={trail.map((step) => ({ title: <Link to={step.to}>{step.title}</Link> }))} />
      )}
      <Flex justify="space-between" align="flex-start" gap={12} wrap className="page-head">
        <div className="page-title">
          <Flex align="center" gap={10} wrap>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {status}
          </Flex>
          {subtitle !== undefined && <Typography.Text type="secondary">{subtitle}</Typography.Text>}
        </div>
        {actions !== undefined && (
          <Flex gap={8} wrap className="page-actions">
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </div>
  );
}
