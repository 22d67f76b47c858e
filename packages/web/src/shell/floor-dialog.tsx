// The one shape of dialog on the floor.
import './dialogs.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** A dialog with a title; Escape, the cross and a click outside close it. */
export function FloorDialog(props: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
  readonly size?: number;
}) {
  return (
    <Modal
      opened
      onClose={() => {
        if (!isCovered()) props.close();
      }}
      title={props.title}
      size={props.size ?? 520}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontSize: 17, fontWeight: 600 } }}
    >
      {props.children}
    </Modal>
  );
}

// A FLASH screen above has the keys: its Escape must not close what is being written below it.
function isCovered(): boolean {
  return document.querySelector('[role="alertdialog"]') !== null;
}
