/** Lets the picture be dragged with the mouse. */
export function moveGround(event: PointerEvent, scroll: HTMLElement): void {
  if (event.button !== 0 || (event.target as Element).closest("button")) return;
  const start = { x: event.clientX + scroll.scrollLeft, y: event.clientY + scroll.scrollTop };
  const move = ({ clientX, clientY }: PointerEvent): void => scroll.scrollTo(start.x - clientX, start.y - clientY);
  scroll.addEventListener("pointermove", move);
  const end = (): void => scroll.removeEventListener("pointermove", move);
  window.addEventListener("pointerup", end, { once: true });
}
