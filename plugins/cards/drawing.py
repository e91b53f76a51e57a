"""The picture of a card: night, a street with one lit window, and the words above it. Same words, same bytes."""

import unicodedata
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont

from plugins.cards.lettering import LEADING, can_be_drawn, fit, font_of, wrap

WIDTH, HEIGHT = 1200, 630
"""Pixels; 1.91 to 1, as the cards of messengers and networks are."""

NIGHT, HOUSE, PANE = (0x1B, 0x22, 0x32), (0x11, 0x16, 0x1F), (0x2C, 0x35, 0x48)
LAMP, INK, SOFT = (0xF2, 0xB6, 0x4A), (0xF5, 0xEB, 0xD8), (0xC3, 0xBC, 0xAE)
"""The light scheme's night, from the theme's tokens."""

LEFT, RIGHT = 84, WIDTH - 84
TEXT_TOP, TEXT_BOTTOM = 150, 440
RAMP = 16
"""Shades between the night and a color of text: what smooths the letters' edges."""

STREET = (
    *((0, 150, 520, 46), (150, 250, 548, 0), (250, 420, 506, 58), (420, 560, 534, 40), (560, 640, 556, 0)),
    *((640, 800, 512, 54), (800, 900, 544, 34), (900, 1060, 500, 60), (1060, 1200, 530, 46)),
)
"""Houses from left to right: both sides, the top of the wall, the height of the roof (0: a flat one)."""

COLORS = 224
"""How many colors the picture without words may have; all others of a palette are shades of text."""

GLOW = 240
"""How far the lamp shines, in pixels."""

FINE = 4
"""How many times as large edges are drawn before they are made smooth."""

LIT, LAMP_HEIGHT = 980, 560
"""Where the lit window and its lamp are."""


def draw_card(heading: str, name: str, tagline: str) -> bytes:
    """A PNG of WIDTH by HEIGHT pixels: the heading, and the site's name above it.

    Without a heading, or with one that cannot be drawn, the card is the site's own: its name, and the tagline below.
    """
    heading, name, tagline = (_clean(text) for text in (heading, name, tagline))
    picture, palette = _night()
    picture = picture.copy()
    if heading:
        _line(picture, name, font_of(36, italic=True), (LEFT + 48, 69), bright=False)
        _lines(picture, heading, TEXT_TOP)
    else:
        end = _lines(picture, name, TEXT_TOP)
        small = font_of(40, italic=True)
        for number, line in enumerate(wrap(tagline, small, RIGHT - LEFT)[:2]):
            _line(picture, line, small, (LEFT, end + 20 + 50 * number), bright=False)
    picture.putpalette(palette)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=7)
    return file.getvalue()


def draw_icon(size: int) -> bytes:
    """A PNG of `size` by `size` pixels: the lit window, as it stands beside the site's name, for home screens."""
    picture = Image.new("RGB", (size, size), NIGHT)
    _window(picture, (size * 3 // 10, size // 5), size * 2 // 5, size * 3 // 5)
    file = BytesIO()
    picture.quantize(16, dither=Image.Dither.NONE).save(file, "PNG", compress_level=7)
    return file.getvalue()


def _clean(text: str) -> str:
    """The text in one line, its accents on their letters; '' where it cannot be drawn."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return text if can_be_drawn(text) else ""


def _lines(picture: Image.Image, text: str, top: int) -> int:
    """Write a text in lines from `top` downward, as large as fits; says where it ends."""
    size, lines = fit(text, RIGHT - LEFT, TEXT_BOTTOM - TEXT_TOP)
    for number, line in enumerate(lines):
        _line(picture, line, font_of(size), (LEFT, top + round(number * size * LEADING)), bright=True)
    return top + round(len(lines) * size * LEADING)


def _line(picture: Image.Image, text: str, font: FreeTypeFont, place: tuple[int, int], *, bright: bool) -> None:
    """Write one line onto the plain night, in one of the two shades of text."""
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text))
    if right <= left or bottom <= top:
        return
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), text, fill=255, font=font)
    first = COLORS + (0 if bright else RAMP)
    shades = mask.point([first + value * (RAMP - 1) // 255 for value in range(256)])
    picture.paste(shades, (place[0] + left, place[1] + top), mask.point([0] * 9 + [255] * 247))


@cache
def _night() -> tuple[Image.Image, list[int]]:
    """The picture without words, as places in a palette, and the palette: its own colors, then the shades of text."""
    few = _street().quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    own = list(few.getpalette() or ())[: 3 * COLORS]
    shades = [
        night + (ink - night) * step // (RAMP - 1)
        for color in (INK, SOFT)
        for step in range(RAMP)
        for night, ink in zip(NIGHT, color, strict=True)
    ]
    return Image.frombytes("L", few.size, few.tobytes()), own + [0] * (3 * COLORS - len(own)) + shades


def _street() -> Image.Image:
    """The street at night and the mark in the corner, in full color, drawn four times as large for smooth edges."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), NIGHT)
    glow = Image.radial_gradient("L").resize((2 * GLOW, 2 * GLOW)).point([_falling(value) for value in range(256)])
    picture.paste(LAMP, (LIT - GLOW, LAMP_HEIGHT - GLOW), glow)
    mask = Image.new("L", (WIDTH * FINE, HEIGHT * FINE))
    draw = ImageDraw.Draw(mask)
    for left, right, wall, roof in STREET:
        top = [((left + right) / 2, wall - roof)] if roof else []
        _polygon(draw, [(left, HEIGHT), (left, wall), *top, (right, wall), (right, HEIGHT)])
    picture.paste(HOUSE, mask=_smooth(mask))
    draw = ImageDraw.Draw(picture)
    for left, right, wall, _ in STREET:
        for x in range(left + 32, right - 32, 46):
            if abs(x + 8 - LIT) > 30:
                draw.rectangle((x, wall + 26, x + 15, wall + 50), fill=PANE)
    _window(picture, (LIT - 13, LAMP_HEIGHT - 34), 26, 44)
    _window(picture, (LEFT, 74), 30, 42)
    return picture


def _window(picture: Image.Image, place: tuple[int, int], width: int, height: int) -> None:
    """A lit window with a round top, two panes wide, as beside the site's name."""
    mask = Image.new("L", (width * FINE, height * FINE))
    draw = ImageDraw.Draw(mask)
    draw.ellipse((0, 0, width * FINE - 1, width * FINE - 1), fill=255)
    draw.rectangle((0, width * FINE // 2, width * FINE, height * FINE), fill=255)
    middle, half = width / 2, max(1, width // 24)
    for bar in ((middle - half, 0, middle + half, height), (0, middle - half, width, middle + half)):
        draw.rectangle(tuple(edge * FINE for edge in bar), fill=0)
    picture.paste(LAMP, place, _smooth(mask))


def _falling(distance: int) -> int:
    """How much of the lamp's color (0 to 255) there is at a distance from it, as Pillow's gradient counts: 181 an edge.

    It falls in 60 steps, ever more slowly, to nothing.
    """
    near = max(0, 180 - distance) // 3
    return 110 * near * near // 3600


def _smooth(mask: Image.Image) -> Image.Image:
    """A mask made as small as it is shown, with five shades: few enough that the palette holds every color."""
    return mask.reduce(FINE).point([(value + 32) // 64 * 64 * 255 // 256 for value in range(256)])


def _polygon(draw: ImageDraw.ImageDraw, corners: list[tuple[float, float]]) -> None:
    draw.polygon([(x * FINE, y * FINE) for x, y in corners], fill=255)
